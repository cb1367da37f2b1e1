import { Language } from '@multaqa/shared/kernel/languages';
import { z } from 'zod';
import type { Mail } from '../platform/mail.ts';
import type { JobHandlers } from '../platform/outbox.ts';
import { hashOf, type Secrets } from '../platform/secrets.ts';
import type { Store } from '../platform/store/store.ts';
import { organiserLinkOf } from './organisers.routes.ts';

const Order = z.object({ link: z.string(), language: Language, baseUrl: z.string() });

type MailPorts = { store: Store; secrets: Secrets; mail: Mail; now(): number };

/** Sends an organiser their one-time link, unless it opens nothing any more: used, replaced, expired, or its owner revoked. */
export const organiserLinkJob =
  ({ store, secrets, mail, now }: MailPorts): JobHandlers[string] =>
  async (data, key) => {
    const { link, language, baseUrl } = Order.parse(data);
    const found = await store.doors.findOrganiserLink(hashOf(secrets.organiserToken(link)), now());
    if (!found?.email) return;
    const { subject, text } = organiserMail(language, found.name, organiserLinkOf(secrets, link, baseUrl));
    await mail.send({ to: found.email, subject, text, messageId: `<${key}@multaqa>` });
  };

const texts: Record<Language, { subject: string; lines: readonly string[] }> = {
  en: {
    subject: 'Your Multaqa organiser link',
    lines: [
      'Hello {{name}},',
      'with this link you sign in as an organiser. It works once, within one hour:',
      '{{link}}',
      'If the hour is over, ask the organiser who invited you for a new link.',
      'If you did not expect this mail, leave it unopened: nothing happens then.',
    ],
  },
  ar: {
    subject: 'رابطك كمنظّم في ملتقى',
    lines: [
      'مرحباً {{name}}،',
      'بهذا الرابط تدخل بصفة منظّم، وهو صالح لمرة واحدة وخلال ساعة واحدة:',
      '{{link}}',
      'إن انقضت الساعة فاطلب رابطاً جديداً من المنظّم الذي دعاك.',
      'إن لم تكن تنتظر هذه الرسالة فتجاهلها، ولن يحدث شيء.',
    ],
  },
  fr: {
    subject: 'Votre lien d’organisation Multaqa',
    lines: [
      'Bonjour {{name}},',
      'ce lien vous connecte en tant qu’organisateur ou organisatrice. Il fonctionne une seule fois, pendant une heure :',
      '{{link}}',
      'Passé cette heure, demandez un nouveau lien à la personne qui vous a invité.',
      'Si vous n’attendiez pas ce message, ignorez-le : il ne se passera rien.',
    ],
  },
  de: {
    subject: 'Ihr Multaqa-Link für die Organisation',
    lines: [
      'Guten Tag {{name}},',
      'mit diesem Link melden Sie sich als Organisatorin oder Organisator an. Er gilt einmal und eine Stunde lang:',
      '{{link}}',
      'Ist die Stunde vorbei, bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.',
      'Falls Sie diese Nachricht nicht erwartet haben, lassen Sie sie liegen: Dann geschieht nichts.',
    ],
  },
};

/** The mail that brings an organiser their one-time link, in their language. */
function organiserMail(language: Language, name: string, link: string): { subject: string; text: string } {
  const { subject, lines } = texts[language];
  return { subject, text: lines.map(line => line.replace('{{name}}', name).replace('{{link}}', link)).join('\n\n') };
}
