/**
 * The policy of every page: nothing but our own files, no inline script or style, no frame round us. `frame-src 'self'` is for the preview of a slip, `blob:` images for pictures made in the page,
 * `media-src` for recorded appeals; the worker and `'wasm-unsafe-eval'` (compiling of our own WebAssembly, no `eval`) are for reading PDFs and the pictures in them.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A PDF may be shown in a frame of our own page and does nothing else. The viewer that the browser puts round it brings its own styles. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/** Headers that every answer carries. */
export function securityHeaders(isFile: boolean): Record<string, string> {
  return {
    'content-security-policy': isFile ? FILE_POLICY : PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
  }
}
