/**
 * What the pages of the mini-app may do. The LIFF SDK (core and pluggable modules, built into our own files) asks four hosts
 * of LINE: api (token, certificates, context), access (OpenID configuration, login), liff (sub-windows, permissions) and
 * liffsdk.line-scdn.net (translations of its own notices). It runs no script of a CDN. Names of hosts as in its 2.31 source.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // blob: attachments that were fetched with the login, and never have an address of their own.
  "img-src 'self' blob: data: https://profile.line-scdn.net",
  "connect-src 'self' https://api.line.me https://access.line.me https://liff.line.me https://liffsdk.line-scdn.net",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // LINE's own browser shows the page by itself, not in a frame.
  "frame-ancestors 'none'",
].join('; ');

/** On everything below /liff. */
export const LIFF_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
