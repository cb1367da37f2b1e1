import type {
  MediaRefusal,
  MediaReply,
  Replies,
  RequestInput,
  RequestName,
} from '@multaqa/shared/facilitate/media/signalling';

/** A request whose form has been checked. */
export type Request = { [Name in RequestName]: { name: Name; input: RequestInput<Name> } }[RequestName];
/** The answer to any request. */
export type Reply = MediaReply<RequestName>;

/** The answer to a request that was granted. */
export const accept = <Name extends RequestName>(reply: Replies[Name]): MediaReply<Name> => ({ ok: true, reply });
/** The answer to a request that was refused. */
export const refuse = (refusal: MediaRefusal): { ok: false; refusal: MediaRefusal } => ({ ok: false, refusal });
