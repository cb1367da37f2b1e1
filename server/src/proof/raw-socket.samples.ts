/** A WebSocket below Socket.IO, which sends whatever frames it is told to. */
export type RawSocket = {
  send(frame: string): void;
  received(): readonly string[];
  /** Resolves when a condition over all received frames holds. */
  until(holds: (received: readonly string[]) => boolean): Promise<void>;
  /** Resolves when the server has answered everything that was sent before, or has ended the connection. */
  settled(): Promise<void>;
  closed: Promise<void>;
  close(): void;
};

const WebSocketWithHeaders = WebSocket as unknown as new (
  url: string,
  options: { headers: Record<string, string> },
) => WebSocket;

export async function openRaw(url: string, cookie: string): Promise<RawSocket> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocketWithHeaders(address, { headers: { origin: url, cookie } });
  const received: string[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<void>(resolve => {
    socket.onclose = () => resolve();
  });
  await new Promise<void>((resolve, reject) => {
    socket.onerror = () => reject(new Error('the server takes no connection'));
    socket.onmessage = () => resolve();
  });
  socket.onerror = () => undefined;
  socket.onmessage = ({ data }) => {
    // The server asks whether somebody is there; a connection that does not answer is ended.
    if (data === '2') return socket.send('3');
    received.push(String(data));
    for (const check of waiting) check();
  };
  const until: RawSocket['until'] = holds =>
    new Promise(resolve => {
      const check = () => {
        if (!holds(received)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return {
    send: frame => socket.send(frame),
    received: () => received,
    until,
    settled() {
      // The engine answers a ping with the same words, in order.
      socket.send('2settled');
      return Promise.race([closed, until(frames => frames.includes('3settled'))]);
    },
    closed,
    close: () => socket.close(),
  };
}
