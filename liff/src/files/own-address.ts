/** The path of one of the office's own public files: the page may load from where it came itself, under whatever name that is. */
export function ownAddress(url: string): string {
  try {
    return new URL(url, location.href).pathname;
  } catch {
    return '';
  }
}
