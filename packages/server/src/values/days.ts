/** Whether a text is a day of the calendar, `YYYY-MM-DD`, from the year 1 on. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (!year) return false;
  const found = new Date(0);
  found.setUTCFullYear(year, month! - 1, day!);
  return found.getUTCMonth() === month! - 1 && found.getUTCDate() === day;
}
