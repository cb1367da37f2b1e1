import { createSocket } from 'node:dgram';
import { parentPort } from 'node:worker_threads';
import { type News, openListening, type Word } from './listening.ts';

/**
 * The thread that reads the loudness of voices. Packets wake it only after silence: each look at what has arrived is
 * followed by a rest, so that its cost grows with time and not with packets, as in network drivers that poll under load.
 */
const listening = openListening();
const told = parentPort;
if (!told) throw new Error('this file is the program of a thread');

/** How long (ms) it rests while somebody may wait for the ear of a room, and while levels only light rings. */
const rest = { contested: 10, calm: 100 };
/** How often (ms) it is told who speaks, while somebody does. */
const pauseBetweenTellings = 200;
/** What arrives during a rest at ten thousand packets a second; the system gives less where it must. */
const receiveBufferBytes = 1024 * 1024;

const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));
const socket = createSocket('udp4');
/** The instant of this look, or null before its first packet; how many packets the last look has brought. */
let lookedAt: number | null = null;
let tellingIsDue = false;
let isResting = false;

socket.on('message', (packet, { port }) => {
  lookedAt ??= performance.now();
  listening.packet(port, packet, lookedAt);
  if (isResting) return;
  isResting = true;
  setImmediate(afterLook);
});

/** Looks again until nothing is left, since one look takes a bounded number of packets; then rests. */
function afterLook(): void {
  const isEmpty = lookedAt === null;
  lookedAt = null;
  tell(listening.turns());
  if (!isEmpty) {
    tellSoon();
    return void setImmediate(afterLook);
  }
  isResting = false;
  Atomics.wait(nobodyWakes, 0, 0, listening.isContested() ? rest.contested : rest.calm);
}

function tellSoon(): void {
  if (tellingIsDue) return;
  tellingIsDue = true;
  setTimeout(() => {
    tellingIsDue = false;
    const { news, goesOn } = listening.speaking(performance.now());
    tell(news);
    if (goesOn) tellSoon();
  }, pauseBetweenTellings);
}

function tell(news: readonly News[]): void {
  if (news.length > 0) told?.postMessage(news);
}

told.on('message', (words: readonly Word[]) => {
  for (const word of words) listening.take(word);
  tellSoon();
});
socket.bind(0, '127.0.0.1', () => {
  socket.setRecvBufferSize(receiveBufferBytes);
  told.postMessage(socket.address().port);
});
