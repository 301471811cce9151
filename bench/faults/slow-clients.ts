import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const stepMs = 250;

/** Sends the start of a request, then one byte at a time, until the server ends the connection. */
async function drip(url: URL, start: string, rest: string, end: number): Promise<string> {
  const socket = connect(Number(url.port), url.hostname);
  let answer = '';
  let open = true;
  socket.on('data', (data: Buffer) => {
    answer += data;
  });
  socket.on('error', () => {
    open = false;
  });
  socket.on('close', () => {
    open = false;
  });
  await once(socket, 'connect');
  socket.write(start);
  for (let index = 0; open && Date.now() < end; index++) {
    socket.write(rest[index % rest.length] as string);
    await sleep(stepMs);
  }
  socket.destroy();
  return answer;
}

/** Sends headers that never end. Returns the server's answer. */
export function slowHeaders(url: URL, end: number): Promise<string> {
  return drip(url, `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nX-Slow: `, 'a', end);
}

/** Sends a body byte by byte. Returns the server's answer. */
export function slowBody(url: URL, end: number): Promise<string> {
  const head = `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
  return drip(url, head, ' ', end);
}
