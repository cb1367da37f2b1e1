import type { DocumentVersion, Queue, Standing } from './store.ts';

/**
 * The rows of the database. Both databases share a narrow set of types: ids as text, instants as whole
 * milliseconds since the epoch, JSON as text.
 */
export type Tables = {
  /** The position of a dialogue's log, its next deadline and the lease on it. */
  dialogue: {
    dialogue: string;
    created_at: number;
    seq: number;
    deadline: number | null;
    effect_cursor: number;
    node: string | null;
    epoch: number;
    lease_until: number;
    /** The position of the log when somebody was erased last; no snapshot of an earlier position is kept. */
    erased_at: number;
  };
  fact: { dialogue: string; seq: number; at: number; actor: string; kind: string; v: number; data: string };
  /** What a fact says of a person, apart from the log so that it can be erased. */
  fact_personal: { dialogue: string; seq: number; person: string; name: string; email: string | null };
  accepted_command: { dialogue: string; command: string; actor: string; seq: number };
  /** `slices` is JSON: of each slice its form and the checksum of each part; `sha256` covers it and the position. */
  snapshot: { dialogue: string; seq: number; slices: string; sha256: string };
  snapshot_part: { dialogue: string; slice: string; key: string; text: string };
  /** What a list of dialogues tells of each, in this form of the code that made it. */
  outline: { dialogue: string; form: number; outline: string };
  /** Who may find a dialogue in a list; `role` is null for those removed. Names are not kept here. */
  member: { dialogue: string; person: string; role: string | null; link: number };
  join_link: { hash: string; dialogue: string; person: string; version: number; created_at: number };
  account: {
    account: string;
    name: string;
    email: string | null;
    created_at: number;
    revoked_at: number | null;
  };
  account_dialogue: { account: string; dialogue: string; person: string };
  organiser_link: { hash: string; account: string; created_at: number; used_at: number | null };
  sign_in: { sign_in: string; hash: string; account: string | null; created_at: number };
  /** What a sign-in may enter. */
  entry: { sign_in: string; dialogue: string; person: string; version: number | null };
  job: {
    queue: Queue;
    key: string;
    kind: string;
    data: string;
    due: number;
    attempts: number;
    taken_until: number;
    status: Standing['status'];
    reason: string | null;
  };
  /** Files that people gave a dialogue; `type` is null until all parts have come. */
  file: {
    dialogue: string;
    file: string;
    size: number;
    parts: number;
    type: string | null;
    created_at: number;
  };
  /** The bytes of a file in base64: what both databases and the thread between keep alike. */
  file_part: { dialogue: string; file: string; at: number; base64: string };
  /** What people wrote into a document, in order; `at` is the position, `person` null for one who was forgotten, 'engine' for the server. */
  document_update: {
    dialogue: string;
    document: string;
    at: number;
    person: string | null;
    base64: string;
    written_at: number;
  };
  /** The whole document at a position, in base64 as it is or packed. `vector` is JSON: how far each client id has come. */
  document_snapshot: { dialogue: string; document: string; at: number; base64: string; vector: string; sha256: string };
  /** Whose a client id of Yjs is, for good; null for one who was forgotten: nobody else may take it. */
  document_client: { dialogue: string; document: string; client: number; person: string | null };
  document_version: {
    dialogue: string;
    document: string;
    version: string;
    kind: DocumentVersion['kind'];
    title: string | null;
    person: string | null;
    written_at: number;
    at: number;
    base64: string;
  };
  /** Up to which position of a document those who react to it have noticed it. */
  document_noticed: { dialogue: string; document: string; at: number };
  /**
   * The ballots of an anonymous poll in one text, in an order that tells nothing. One row for all: where rows of their own lie in
   * a page of the database tells which of them came first.
   */
  ballot_box: { dialogue: string; run: string; ballots: string };
  probe: { probe: number; writes: number };
};
