import type { Language } from '@multaqa/shared/kernel/languages';
import { get, post } from '../../platform/http.ts';

export type Organiser = {
  account: string;
  name: string;
  email: string | null;
  revoked: boolean;
  /** False until one of their links was used. */
  signedIn: boolean;
  me: boolean;
};
type NewLink = { link: string; mailed: boolean };

/** Everybody who organises on this installation. */
export const listOrganisers = async (): Promise<readonly Organiser[]> =>
  (await get<{ organisers: Organiser[] }>('/organisers')).organisers;

/** `language` is the one of the mail, if one is sent. */
export const addOrganiser = (name: string, email: string, language: Language): Promise<NewLink> =>
  post('/organisers', { name, email, language });

/** A fresh link, after which no earlier one of this organiser opens. */
export const newOrganiserLink = (account: string, language: Language): Promise<NewLink> =>
  post(`/organisers/${account}/link`, { language });

/** Signs an organiser out everywhere and voids their links. */
export const revokeOrganiser = (account: string): Promise<unknown> => post(`/organisers/${account}/revoke`);
