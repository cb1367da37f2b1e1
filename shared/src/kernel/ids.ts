import { z } from 'zod';

/** An id made by its sender: a lower-case UUID, so that no id can collide with a property of `Object.prototype`. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export type Id = z.infer<typeof Id>;

export type DialogueId = Id;
export type PersonId = Id;
export type SessionId = Id;

/** A room of a session: `<session>/lobby`, `<session>/plenary`, or `<session>/<id of a breakout>`. */
export const RoomId = z.string().regex(/^[0-9a-f-]{36}\/(lobby|plenary|[0-9a-f-]{36})$/);
export type RoomId = z.infer<typeof RoomId>;

/** The lobby of a session. */
export const lobbyOf = (session: SessionId): RoomId => `${session}/lobby`;
/** The plenary of a session. */
export const plenaryOf = (session: SessionId): RoomId => `${session}/plenary`;
/** The session of a room. */
export const sessionOf = (room: RoomId): SessionId => room.slice(0, 36);
/** True for a lobby. */
export const isLobby = (room: RoomId): boolean => room.endsWith('/lobby');
