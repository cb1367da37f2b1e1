import type { Replies } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import { background, reportFault, resultOrNull } from '../../../platform/report-fault.ts';
import { disconnectErrors } from './disconnect-errors.ts';
import { openIceRecovery } from './ice-recovery.ts';
import { enter, type Joined, type Link, orReconnect, update } from './link.ts';
import { askToJoin, type MediaTransports, openTransports } from './transports.ts';

/** Joins with new transports; those of before are closed at once. What fails is tried again after a pause. */
export async function join(link: Link): Promise<void> {
  enter(link, { name: 'joining' });
  const isCurrent = link.attempts.begin();
  if (!link.socket || !link.routerCapabilities) return;
  const device = await resultOrNull(link.ports.loadDevice(), 'media-device', 'UnsupportedError');
  if (!isCurrent()) return;
  if (!device) return enter(link, { name: 'stopped', status: 'unavailable' });
  const place = await resultOrNull(askForPlace(link, device), 'media-join', ...disconnectErrors);
  if (!isCurrent()) return;
  if (place === 'media.elsewhere') return enter(link, { name: 'stopped', status: 'elsewhere' });
  // In the turn in which the attempt was found current: whoever ends it later finds the transports to close.
  const transports = place === null || typeof place === 'string' ? null : transportsFor(link, device, place);
  if (transports) begin(link, transports);
  else link.attempts.retry(() => start(join(link)));
}

/** Goes on with the same transports over a socket that is new; joins again when the server has let go of this device. */
export async function rejoin(link: Link, joined: Joined): Promise<void> {
  if (joined.registration === 'failed') return join(link);
  joined.registration = 'pending';
  update(link);
  const isCurrent = link.attempts.begin();
  if (!link.socket) return;
  const reply = await orReconnect(link, link.socket.request('rejoin', { device: link.ports.device() }));
  // A socket that has connected again announces the router again, and that leads back here.
  if (!isCurrent() || !reply) return;
  if (!reply.ok && reply.refusal === 'too-fast') return link.attempts.retry(() => start(rejoin(link, joined)));
  if (!reply.ok || hasFailed(joined)) return join(link);
  link.attempts.succeeded();
  joined.registration = 'current';
  const isRestarted = resultOrNull(goOn(link, joined, reply.reply), 'media-rejoin', ...disconnectErrors);
  update(link);
  if ((await isRestarted) === null && isCurrent()) await join(link);
}

const start = (work: Promise<void>): void => background(work, 'media-connection');

const askForPlace = (link: Link, device: types.Device) =>
  askToJoin(device, link, {
    device: link.ports.device(),
    takeOver: link.takesOver,
    by: link.owner.takesPartBy(),
    network: link.owner.networkQuality(),
    rtpCapabilities: link.routerCapabilities,
  });

/** The transports of a place, or null when the browser has no connection left to give; later it may have one. */
function transportsFor(link: Link, device: types.Device, place: Replies['join']): MediaTransports | null {
  const ifJoined = (act: (joined: Joined) => void) => () => {
    if (link.phase.name === 'joined' && link.phase.transports === opened) act(link.phase);
  };
  const opened = openOrNull(() =>
    openTransports(device, link, place, {
      changed: ifJoined(({ recovery }) => recovery.check()),
      failed: ifJoined(joined => failed(link, joined)),
    }),
  );
  return opened;
}

/** A transport could not be made. While the server cannot be asked, the return waits for it to be back. */
function failed(link: Link, joined: Joined): void {
  if (joined.registration === 'current') start(join(link));
  else joined.registration = 'failed';
}

function begin(link: Link, transports: MediaTransports): void {
  link.attempts.succeeded();
  link.takesOver = false;
  link.hasJoined = true;
  const isCurrent = () => link.phase === joined && joined.registration === 'current';
  const joined: Joined = {
    name: 'joined',
    transports,
    registration: 'current',
    recovery: openIceRecovery({
      transports,
      clock: link.ports.clock,
      requestRestart: async direction =>
        isCurrent() && link.socket ? orReconnect(link, link.socket.request('restartIce', { direction })) : null,
      changed: () => update(link),
      lost() {
        if (isCurrent()) start(join(link));
      },
    }),
  };
  link.phase = joined;
  link.owner.attached(transports);
  update(link);
}

/** The server has not forgotten this device: both transports take new ICE parameters, and what is received is compared. */
async function goOn(link: Link, { recovery, transports }: Joined, { send, receive, consumers }: Replies['rejoin']) {
  recovery.restarted();
  const restarts = [transports.restartIce('send', send), transports.restartIce('receive', receive)];
  link.owner.returned(transports, consumers);
  return Promise.all(restarts);
}

// Asked of a function, because a transport may have failed while the answer was awaited.
const hasFailed = ({ registration }: Joined): boolean => registration === 'failed';

function openOrNull(open: () => MediaTransports): MediaTransports | null {
  try {
    return open();
  } catch (error) {
    reportFault('media-transport')(error);
    return null;
  }
}
