declare module 'edtf' {
  /**
   * A parsed text. `min` and `max` are milliseconds since 1970; ±Infinity is an open side, null an
   * unknown one.
   */
  export interface Extended {
    type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List';
    min: number | null;
    max: number | null;
    precision?: number;
    approximate?: { value: number };
    uncertain?: { value: number };
    lower?: Extended | number | null;
    upper?: Extended | number | null;
  }
  export default function edtf(
    text: string,
    options?: { level?: number; types?: string[] },
  ): Extended;
}
