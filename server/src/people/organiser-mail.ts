import { Language } from '@multaqa/shared/kernel/languages';
import { z } from 'zod';
import type { Mail } from '../platform/mail.ts';
import type { JobHandlers } from '../platform/outbox.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { Store } from '../platform/store/store.ts';
import { organiserLinkOf } from './organisers.routes.ts';

const Order = z.object({ account: z.string(), link: z.string(), language: Language, baseUrl: z.string() });

/** Sends an organiser their one-time link, unless they were revoked meanwhile. */
export const organiserLinkJob =
  ({ store, secrets, mail }: { store: Store; secrets: Secrets; mail: Mail }): JobHandlers[string] =>
  async (data, key) => {
    const { account, link, language, baseUrl } = Order.parse(data);
    const found = await store.doors.findAccount(account);
    if (!found?.email || found.revokedAt !== null) return;
    const { subject, text } = organiserMail(language, found.name, organiserLinkOf(secrets, link, baseUrl));
    await mail.send({ to: found.email, subject, text, messageId: `<${key}@multaqa>` });
  };

const texts: Record<Language, { subject: string; lines: readonly string[] }> = {
  en: {
    subject: 'Your Multaqa organiser link',
    lines: [
      'Hello {{name}},',
      'with this link you sign in as an organiser. It works once:',
      '{{link}}',
      'If you did not expect this mail, leave it unopened: nothing happens then.',
    ],
  },
  ar: {
    subject: 'رابطك كمنظّم في ملتقى',
    lines: [
      'مرحباً {{name}}،',
      'بهذا الرابط تدخل بصفة منظّم، وهو صالح لمرة واحدة:',
      '{{link}}',
      'إن لم تكن تنتظر هذه الرسالة فتجاهلها، ولن يحدث شيء.',
    ],
  },
  fr: {
    subject: 'Votre lien d’organisation Multaqa',
    lines: [
      'Bonjour {{name}},',
      'ce lien vous connecte en tant qu’organisateur ou organisatrice. Il fonctionne une seule fois :',
      '{{link}}',
      'Si vous n’attendiez pas ce message, ignorez-le : il ne se passera rien.',
    ],
  },
  de: {
    subject: 'Ihr Multaqa-Link für die Organisation',
    lines: [
      'Guten Tag {{name}},',
      'mit diesem Link melden Sie sich als Organisatorin oder Organisator an. Er gilt einmal:',
      '{{link}}',
      'Falls Sie diese Nachricht nicht erwartet haben, lassen Sie sie liegen: Dann geschieht nichts.',
    ],
  },
};

/** The mail that brings an organiser their one-time link, in their language. */
function organiserMail(language: Language, name: string, link: string): { subject: string; text: string } {
  const { subject, lines } = texts[language];
  return { subject, text: lines.map(line => line.replace('{{name}}', name).replace('{{link}}', link)).join('\n\n') };
}
