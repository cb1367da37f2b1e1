import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, SessionId } from '@multaqa/shared/kernel/ids';
import type { MediaKind, Producer, Router, RtpParameters } from 'mediasoup/types';
import type { Logger } from '../../platform/logger.ts';
import { canReceive } from './can-receive.ts';
import type { Guest } from './guest.ts';
import { closeMember, createMember, type Ends, type Member, produce } from './member.ts';
import { listenTo } from './speaking.ts';
import { reconcile } from './streams.ts';

/** The streams of one session: one router for its plenary and all its rooms, so that going from room to room opens no new connection. */
export type Stage = {
  router: Router;
  session: SessionId;
  members(): readonly Member[];
  /** A person has one place: who had it before is told `replaced`. */
  enter(guest: Guest, ends: Ends): Member;
  leave(member: Member): void;
  produce(member: Member, stream: StreamToSend): Promise<Producer | 'malformed' | 'media.not-permitted'>;
  /** False when nothing comes from there. */
  stop(member: Member, source: StreamSource): boolean;
  /** Makes actual streams equal to the policy; returns how many differed. */
  reconcile(): number;
  close(): void;
};

export type StreamToSend = { source: StreamSource; kind: MediaKind; rtpParameters: RtpParameters };

export async function openStage(router: Router, session: SessionId, logger: Logger): Promise<Stage> {
  const members = new Map<PersonId, Member>();
  const all = () => [...members.values()];
  const speaking = await listenTo(router, loud => tellWhoSpeaks(all(), loud));

  const dismiss = (member: Member) => {
    closeMember(member);
    if (members.get(member.guest.person) === member) members.delete(member.guest.person);
  };

  const settle = () => {
    // Who sits in another session now, or nowhere, has no part in this one.
    for (const member of all()) if (member.guest.audience()?.place?.session !== session) dismiss(member);
    return reconcile(router, all(), logger);
  };

  // A worker that dies takes its routers along.
  router.observer.once('close', () => all().forEach(dismiss));

  return {
    router,
    session,
    members: all,
    enter(guest, ends) {
      const before = members.get(guest.person);
      if (before) dismiss(before);
      if (before && before.guest !== guest) before.guest.send('replaced');
      const member = createMember(guest, ends);
      members.set(guest.person, member);
      settle();
      return member;
    },
    leave(member) {
      dismiss(member);
      settle();
    },
    async produce(member, stream) {
      const producer = await produce(member, stream);
      if (typeof producer === 'string') return producer;
      settle();
      if (producer.kind === 'audio') await speaking.add(producer);
      return producer.closed ? 'media.not-permitted' : producer;
    },
    stop(member, source) {
      const producer = member.producers.get(source);
      producer?.close();
      settle();
      return member.producers.delete(source);
    },
    reconcile: settle,
    close: () => router.close(),
  };
}

/** Everybody hears of the voices of their own room alone, and only when they change. */
function tellWhoSpeaks(members: readonly Member[], loud: readonly Producer[]): void {
  const speakers = loud.flatMap(producer =>
    members.filter(({ producers }) => producers.get('microphone') === producer),
  );
  for (const member of members) {
    const there = member.guest.audience();
    const people = speakers.filter(({ guest }) => canReceive(guest.audience(), there)).map(({ guest }) => guest.person);
    const told = people.join();
    if (told === member.told) continue;
    member.told = told;
    member.guest.send('speaking', people);
  }
}
