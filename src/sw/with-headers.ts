/**
 * A response of the page's own host with headers that it lacks. What the host itself sends stays as it is.
 * @returns the response itself where nothing of it may be read, as of a redirection that the browser follows
 */
export function withHeaders(response: Response, added: Record<string, string>): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(added)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}
