import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Width and height of the part of a page that is seen, in pixels of CSS. */
export interface Viewport {
  width: number;
  height: number;
}

/** Chromium without a window, by the WebDriver protocol (https://www.w3.org/TR/webdriver2/). */
export class Browser {
  readonly #driver: ChildProcess;
  readonly #session: string;

  private constructor(driver: ChildProcess, session: string) {
    this.#driver = driver;
    this.#session = session;
  }

  /** @throws {Error} when Chromium or its driver is missing */
  static async start(): Promise<Browser> {
    const [binary, command] = [findProgram('chromium'), findProgram('chromedriver')];
    const driver = spawn(command, ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const address = `http://127.0.0.1:${await readPort(driver)}`;
      // Whoever is root has no sandbox; everybody else keeps it.
      const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const capabilities = {
        'goog:chromeOptions': { binary, args: ['--headless=new', '--disable-gpu', '--disable-dev-shm-usage', ...root] },
        'goog:loggingPrefs': { browser: 'ALL', performance: 'ALL' },
        // A dialog stays open, so that it is noticed.
        unhandledPromptBehavior: 'ignore',
      };
      const { sessionId } = await send<{ sessionId: string }>(`${address}/session`, 'POST', {
        capabilities: { alwaysMatch: capabilities },
      });
      return new Browser(driver, `${address}/session/${sessionId}`);
    } catch (error) {
      driver.kill();
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** Runs the body of a function in the page, whatever the policy of the page. */
  run<Result>(script: string): Promise<Result> {
    return this.#post('execute/sync', { script, args: [] });
  }

  async resize({ width, height }: Viewport): Promise<void> {
    await this.devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: true });
  }

  async setMedia(media: 'screen' | 'print', scheme: 'light' | 'dark'): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.devtools('Emulation.setEmulatedMedia', { media, features });
  }

  /** Prints the page into a PDF file. */
  async print(): Promise<Buffer> {
    return Buffer.from(await this.#post<string>('print', {}), 'base64');
  }

  async hasDialog(): Promise<boolean> {
    return send(`${this.#session}/alert/text`, 'GET').then(
      () => true,
      () => false,
    );
  }

  async closeDialog(): Promise<void> {
    await this.#post('alert/accept', {});
  }

  /** The lines of the console since the last call. */
  async readConsole(): Promise<string[]> {
    const entries = await this.#post<{ message: string }[]>('se/log', { type: 'browser' });
    return entries.map(({ message }) => message);
  }

  /** The addresses that pages asked for since the last call; the browser itself looks for a picture of the server. */
  async readRequests(): Promise<string[]> {
    const entries = await this.#post<{ message: string }[]>('se/log', { type: 'performance' });
    return entries
      .map(({ message }) => JSON.parse(message).message)
      .filter(({ method }) => method === 'Network.requestWillBeSent')
      .map(({ params }) => String(params.request.url))
      .filter((url) => !url.endsWith('/favicon.ico'));
  }

  async devtools(cmd: string, params: object): Promise<void> {
    await this.#post('goog/cdp/execute', { cmd, params });
  }

  async stop(): Promise<void> {
    await send(this.#session, 'DELETE').finally(() => this.#driver.kill());
  }

  #post<Result>(command: string, body: object): Promise<Result> {
    return send(`${this.#session}/${command}`, 'POST', body);
  }
}

async function send<Result>(url: string, method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<Result> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: Result & { message?: string } };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.message}`);
  return value;
}

function findProgram(name: string): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const file = folders.map((folder) => path.join(folder, name)).find((candidate) => existsSync(candidate));
  if (file) return file;
  throw new Error(`There is no ${name} on the PATH; on Debian: apt-get install chromium chromium-driver`);
}

/** The driver says on which port it listens. */
function readPort(driver: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    driver.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const port = /started successfully on port (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
    driver.on('exit', () => reject(new Error(`chromedriver ended: ${said}`)));
  });
}
