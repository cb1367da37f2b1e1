import type { Language } from '@multaqa/shared/kernel/languages';
import { placeOf } from '../../../platform/moments.ts';
import { localeOf } from '../../../platform/region.ts';
import { sentencesFor } from '../../../platform/texts.ts';
import type message from './texts/en.json';

export type MessageInput = {
  language: Language;
  /** Whom it greets; null for a message to several people. */
  name: string | null;
  /** Where they live (ISO 3166-1 alpha-2), for the digits that they read; empty where that is not known. */
  country: string;
  inviter: string | null;
  title: string;
  /** The session that is next; `startsAt` in ms since the epoch. */
  next: { startsAt: number; zone: string } | null;
  link: string;
};

/** What an organiser may write to somebody together with their link, in the language of its reader. The link has a line of its own. */
export async function invitationMessage(input: MessageInput): Promise<string> {
  const { language, name, country, inviter, title, next, link } = input;
  const text = await sentencesFor<typeof message>('people/roster/message', language);
  const moment = new Intl.DateTimeFormat(country ? `${language}-${country}` : localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: next?.zone,
  });
  const when = next && {
    moment: moment.format(next.startsAt),
    place: placeOf(next.zone, language),
  };
  return [
    name ? text('message.hello', { name }) : text('message.hello.all'),
    inviter ? text('message.invited-by', { inviter, title }) : text('message.invited', { title }),
    ...(when ? [text('message.when', when)] : []),
    `${text('message.link')}\n${link}`,
    text('message.alone'),
  ].join('\n\n');
}
