/** The part of an address that a page fills in, by name. */
export type RouteParams = Readonly<Record<string, string>>;

/**
 * Matches a path below /liff ("/cases/ab12") with a pattern ("/cases/:id"). Undefined when it does not match; a part that
 * cannot be decoded matches nothing.
 */
export function matchRoute(pattern: string, path: string): RouteParams | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const said = given[at] ?? '';
    if (part.startsWith(':')) {
      try {
        params[part.slice(1)] = decodeURIComponent(said);
      } catch {
        return undefined;
      }
    } else if (part !== said) return undefined;
  }
  return params;
}
