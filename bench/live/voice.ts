import {
  type MediaEvents,
  type MediaReply,
  type MediaRequests,
  mediaNamespace,
  type RequestInput,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import { samplesPerFrame, toneFrames } from './tone.ts';
import { audioLevel, openTransport } from './transport.ts';

/** The microphone of a simulated person. */
export type Voice = {
  /** Opens the microphone, and says a tone until `stop`. */
  talk(): Promise<void>;
  /** Goes silent and mutes the microphone. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

const codecs = [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: 100 }];
/** What a simulated device plays. */
export const rtpCapabilities = {
  codecs,
  headerExtensions: [{ kind: 'audio', uri: audioLevel.uri, preferredId: audioLevel.id }],
};

/** Takes part in the media of the client's session with an open line and a muted microphone. Rejects where the server has no media. */
export async function openVoice(client: Client, dialogue: string, pitch: number): Promise<Voice> {
  const socket: Socket<MediaEvents, MediaRequests> = client.socket.io.socket(mediaNamespace, {
    auth: { protocol, dialogue },
  });
  const router = await new Promise<{ rtpCapabilities: unknown } | null>(resolve => socket.once('router', resolve));
  if (!router) throw new Error('this server has no media worker');
  const { send } = await request(socket, 'join', {
    device: newId(),
    takeOver: true,
    by: 'sound',
    network: 'good',
    rtpCapabilities,
  });
  const transport = await openTransport(send);
  const { dtlsParameters } = transport;
  await request(socket, 'connectTransport', { direction: 'send', dtlsParameters });
  await transport.connect();
  const ssrc = 1 + Math.floor(Math.random() * 2 ** 31);
  const speaker = openSpeaker(toneFrames(pitch), (frame, packet) => transport.send(frame, { ssrc, ...packet }));
  let isProduced = false;

  return {
    async talk() {
      if (isProduced) await request(socket, 'pauseProducer', { source: 'microphone', paused: false });
      else
        await request(socket, 'produce', {
          source: 'microphone',
          kind: 'audio',
          rtpParameters: microphoneOf(client, ssrc),
        });
      isProduced = true;
      speaker.start();
    },
    async stop() {
      speaker.stop();
      await request(socket, 'pauseProducer', { source: 'microphone', paused: true });
    },
    async close() {
      speaker.stop();
      socket.disconnect();
      await transport.close();
    },
  };
}

/** The RTP parameters of a simulated microphone. */
export const microphoneOf = (client: Pick<Client, 'me'>, ssrc: number) => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  headerExtensions: [audioLevel],
  encodings: [{ ssrc }],
  rtcp: { cname: client.me() },
});

/** Asks the media server; rejects when it refuses. */
export async function request<Name extends RequestName>(
  socket: Socket<MediaEvents, MediaRequests>,
  name: Name,
  input: RequestInput<Name>,
): Promise<Extract<MediaReply<Name>, { ok: true }>['reply']> {
  const answer = (await socket.timeout(10_000).emitWithAck('request', name, input)) as MediaReply<Name>;
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal}`);
  return answer.reply;
}

/** Sends a loop of frames, one each 20 ms, while it is started; numbers go on where they were. */
function openSpeaker(
  frames: readonly Buffer[],
  send: (frame: Buffer, packet: { sequence: number; timestamp: number; below: number }) => void,
) {
  let sent = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const sendNext = () => {
    const frame = frames[sent % frames.length] ?? Buffer.alloc(0);
    // As loud as the tone is: between 18 and 30 dB under full scale.
    const below = 24 - Math.round(6 * Math.sin((sent * 2 * Math.PI * 8) / frames.length));
    send(frame, { sequence: sent & 0xffff, timestamp: (sent * samplesPerFrame) % 2 ** 32, below });
    sent += 1;
  };
  return {
    start() {
      clearInterval(timer);
      timer = setInterval(sendNext, 20);
    },
    stop: () => clearInterval(timer),
  };
}
