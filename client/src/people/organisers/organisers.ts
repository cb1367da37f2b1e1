import { get, post } from '../../platform/http.ts';

export type Organiser = { account: string; name: string; email: string | null; revoked: boolean; me: boolean };
export type NewLink = { link: string; mailed: boolean };

export const listOrganisers = async (): Promise<readonly Organiser[]> =>
  (await get<{ organisers: Organiser[] }>('/organisers')).organisers;

export const addOrganiser = (name: string, email: string): Promise<NewLink & { account: string }> =>
  post('/organisers', { name, email });

export const newOrganiserLink = (account: string): Promise<{ link: string }> => post(`/organisers/${account}/link`);

export const revokeOrganiser = (account: string): Promise<unknown> => post(`/organisers/${account}/revoke`);
