import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves pages on this machine by their names; whatever else is asked for is empty. */
export async function servePages(pages: ReadonlyMap<string, string>): Promise<{ address: string; stop(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(decodeURIComponent(url.slice(1)));
    response.writeHead(page === undefined ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}`, stop };
}
