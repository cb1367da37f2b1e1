import { createSocket } from 'node:dgram';
import { parentPort } from 'node:worker_threads';
import { limits } from '@multaqa/shared/limits';
import { type DetectorInput, openSpeakerDetector, type SpeakerChange } from './speaker-detector.ts';

/**
 * The thread that reads audio levels. A packet wakes it only after silence: each poll of what has arrived is followed by
 * a rest, so that its cost grows with time and not with packets, as in network drivers that poll under load (NAPI).
 */
const detector = openSpeakerDetector();
const main = parentPort;
if (!main) throw new Error('this file is the program of a thread');

/** How long (ms) it rests while a plenary has more open microphones than may be selected, and otherwise. */
const rest = { contested: 10, calm: 100 };
/** How often (ms) active speakers are reported while somebody speaks. */
const reportInterval = 200;
/** Holds what arrives during a rest at ten thousand packets a second; the system may give less. */
const receiveBufferBytes = 1024 * 1024;

/** Nobody notifies it: it only serves to wait. */
const neverNotified = new Int32Array(new SharedArrayBuffer(4));
const socket = createSocket('udp4');
/** When this poll began; null before its first packet. */
let polledAt: number | null = null;
let isReportDue = false;
let isSpeechDue = false;
let isResting = false;

socket.on('message', (packet, { port }) => {
  polledAt ??= performance.now();
  detector.packet(port, packet, polledAt);
  if (isResting) return;
  isResting = true;
  setImmediate(afterPoll);
});

/** Polls again until nothing is left, since one poll takes a bounded number of packets; then rests. */
function afterPoll(): void {
  const isEmpty = polledAt === null;
  polledAt = null;
  report(detector.selections());
  if (!isEmpty) {
    reportSoon();
    return void setImmediate(afterPoll);
  }
  isResting = false;
  Atomics.wait(neverNotified, 0, 0, detector.isContested() ? rest.contested : rest.calm);
}

function reportSoon(): void {
  if (isReportDue) return;
  isReportDue = true;
  setTimeout(() => {
    isReportDue = false;
    const { changes, isPending } = detector.activeSpeakers(performance.now());
    report(changes);
    if (!isPending) return;
    reportSoon();
    tellSpeechSoon();
  }, reportInterval);
}

/** Where nobody measures speech, there is none to tell. */
function tellSpeechSoon(): void {
  if (isSpeechDue) return;
  isSpeechDue = true;
  setTimeout(() => {
    isSpeechDue = false;
    const now = performance.now();
    const { batches, isPending } = detector.speech(now);
    if (batches.length > 0) main?.postMessage({ now, batches });
    if (isPending) tellSpeechSoon();
  }, limits.speechBatch);
}

function report(changes: readonly SpeakerChange[]): void {
  if (changes.length > 0) main?.postMessage(changes);
}

main.on('message', (inputs: readonly DetectorInput[]) => {
  for (const input of inputs) detector.apply(input);
  reportSoon();
});
socket.bind(0, '127.0.0.1', () => {
  socket.setRecvBufferSize(receiveBufferBytes);
  main.postMessage(socket.address().port);
});
