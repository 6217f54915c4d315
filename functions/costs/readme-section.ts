const START = '<!-- costs -->';
const END = '<!-- /costs -->';

function bounds(text: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new RangeError(`no ${START} … ${END}`);
  return { start: start + START.length, end };
}

/** What stands between the markers. @throws RangeError when they are not there. */
export function costsIn(text: string): string {
  const { start, end } = bounds(text);
  return text.slice(start, end).trim();
}

/** Without the spaces and dashes by which a formatter makes columns of a table. */
export function unaligned(costs: string): string {
  return costs.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
}

/** The text with other costs between its markers. @throws RangeError when they are not there. */
export function withCosts(text: string, costs: string): string {
  const { start, end } = bounds(text);
  return `${text.slice(0, start)}\n\n${costs}\n\n${text.slice(end)}`;
}
