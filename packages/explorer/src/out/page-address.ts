/** The address of a page without what was asked on it: no query, and no place within the page. */
export function pageAddress(href: string): string {
  const { protocol, host, pathname } = new URL(href);
  return `${protocol}//${host}${pathname}`;
}
