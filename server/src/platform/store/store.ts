import type { DialogueId, Id, PersonId } from '@multaqa/shared/kernel/ids';
import type { Role } from '@multaqa/shared/kernel/messages';
import type { Recorded } from '@multaqa/shared/kernel/slice';

/** The right of one node to write to a dialogue. A higher epoch ends every lower one. */
export type Lease = { dialogue: DialogueId; node: string; epoch: number };

/** An accepted command: who sent it, its id, and the position of the log after it. */
export type Done = { command: Id; actor: PersonId | 'engine'; seq: number };

/** What lists tell of a dialogue: an outline as JSON, in the form of the code that made it, and who may find it there. */
export type Excerpt = {
  form: number;
  outline: string;
  members: readonly { person: PersonId; role: Role | null; link: number }[];
};

/** A dialogue in the list of one person. */
export type Listed = Omit<Excerpt, 'members'> & Excerpt['members'][number] & { dialogue: DialogueId };

/** What one transaction adds to a dialogue. */
export type Batch = {
  lease: Lease;
  /** The position before the first fact; an append at another position fails with `conflict`. */
  after: number;
  facts: readonly Recorded[];
  done: readonly Done[];
  /** What the facts change in lists of dialogues; null when that is nothing. */
  excerpt: Excerpt | null;
  /** The dialogue's next deadline in ms since the epoch, kept so that a restart loses no timer. */
  deadline: number | null;
};

/** A state at a position: of each slice the form it is written in, and its parts as texts; null for one that is as in the snapshot before. */
export type Snapshot = {
  seq: number;
  slices: { readonly [slice: string]: { version: number; parts: { readonly [key: string]: string | null } } };
};

/** What a snapshot holds, without its parts. */
export type SnapshotIndex = {
  seq: number;
  slices: { readonly [slice: string]: { version: number; keys: readonly string[] } };
};

export type LoadedDialogue = {
  /** Null when there is none, or its checksum does not hold. */
  snapshot: SnapshotIndex | null;
  /** The first facts after the snapshot, in order. */
  facts: Recorded[];
  /** The position of the log. */
  seq: number;
  /** When the log's last fact was recorded, in ms since the epoch; 0 without facts. */
  lastAt: number;
};

/** Facts after a position, up to another one, of some slices; without a bound to the end, of all. */
export type FactRange = { after: number; upTo?: number; slices?: readonly string[] };

export type AppendResult = 'appended' | 'fenced' | 'conflict';

/** A join link. Only the hash of its token is kept. */
export type LinkRow = { hash: string; dialogue: DialogueId; person: PersonId; version: number; createdAt: number };

/** An organiser of the whole installation. */
export type Account = { account: Id; name: string; email: string | null; createdAt: number; revokedAt: number | null };

/** A one-time link that signs an organiser in. */
export type OrganiserLinkRow = { hash: string; account: Id; createdAt: number };

/** A browser that signed in. */
export type SignIn = { hash: string; signIn: Id; account: Id | null; createdAt: number };

/** What a signed-in browser may enter: one dialogue as one person, by a link of this version (null: by an account). */
export type Grant = { dialogue: DialogueId; person: PersonId; version: number | null };

/** Two lines that never wait for each other: what is sent, and what is computed. */
export type Queue = 'mail' | 'work';

/** Something ordered that waits for its time. `key` makes repeating the order harmless; `attempts` counts how often it was taken. */
export type Job = {
  queue: Queue;
  key: string;
  kind: string;
  data: Record<string, unknown>;
  due: number;
  attempts: number;
};

/** The right to a job that was taken: by the number of the attempt, so that an earlier taker no longer has it. */
export type Claim = Pick<Job, 'key' | 'attempts'>;

/** A file that is there, or is on its way: `parts` of it have come. What kind it is of (`type`) is known once all have. */
export type StoredFile = { file: Id; size: number; parts: number; type: string | null; createdAt: number };

/** Who wrote something into a document; null for one who was forgotten. */
export type Writer = PersonId | 'engine' | null;

/** An update of a document in Yjs' first form, in base64. */
export type DocumentUpdate = { person: Writer; base64: string };

/** A client id of Yjs and whose it is. */
export type DocumentClient = { client: number; person: Writer };

/** What one transaction adds to a document after a position. */
export type DocumentBatch = {
  document: string;
  after: number;
  updates: readonly DocumentUpdate[];
  clients: readonly DocumentClient[];
};

/** A whole document at a position, as the documents pack it; `vector` tells how far each client id has come. */
export type DocumentSnapshot = { at: number; whole: string; vector: Readonly<Record<string, number>> };

/** What is kept of a document: the newest sound snapshot, and what was written after it. `at` is the position of the last update. */
export type KeptDocument = {
  snapshot: { at: number; whole: string } | null;
  updates: (DocumentUpdate & { at: number; writtenAt: number })[];
  clients: DocumentClient[];
  at: number;
};

/** A state of a document that is kept for good, by its name or without one. Instants in ms since the epoch. */
export type DocumentVersion = {
  version: Id;
  kind: 'named' | 'restored' | 'signed' | 'auto';
  title: string | null;
  person: Writer;
  writtenAt: number;
  at: number;
};

/** Where a job stands; `reason` says why it failed. */
export type Standing = { status: 'waiting' | 'done' | 'failed' | 'cancelled'; attempts: number; reason: string | null };

/** The only truth. Every promise resolves after the commit, which is on disk by then. */
export type Store = {
  dialogues: {
    /** Creates the dialogue with its first facts and, for an account, its seat as `person`; all or nothing. */
    create(input: {
      dialogue: DialogueId;
      at: number;
      facts: readonly Recorded[];
      excerpt: Excerpt | null;
      owner: { account: Id; person: PersonId };
    }): Promise<void>;
    exists(dialogue: DialogueId): Promise<boolean>;
    /** The dialogues an account may enter, newest first. */
    ofAccount(account: Id): Promise<{ dialogue: DialogueId; person: PersonId }[]>;
    /** Takes or renews the lease for `ms` milliseconds from `now`; null while another node holds it. Taking it raises the epoch. */
    lease(dialogue: DialogueId, node: string, now: number, ms: number): Promise<Lease | null>;
    renew(lease: Lease, now: number, ms: number): Promise<boolean>;
    release(lease: Lease): Promise<void>;
    load(dialogue: DialogueId): Promise<LoadedDialogue>;
    /** The first facts of a range, in order: `limits.factsPerPage` at most, so that a long log is read page by page. */
    facts(dialogue: DialogueId, range: FactRange): Promise<Recorded[]>;
    /** The texts of parts of the snapshot at `seq`, in the order of the keys; null for those that are damaged or no longer there. */
    snapshotParts(
      dialogue: DialogueId,
      part: { seq: number; slice: string; keys: readonly string[] },
    ): Promise<(string | null)[]>;
    /** The facts of some kinds after a position, in order. */
    factsOfKinds(dialogue: DialogueId, kinds: readonly string[], after: number): Promise<Recorded[]>;
    append(batch: Batch): Promise<AppendResult>;
    /** Those of these commands that were accepted, however long ago. */
    accepted(dialogue: DialogueId, commands: readonly Id[]): Promise<Done[]>;
    /**
     * Takes the place of the snapshot before. Refuses (`fenced`) under an old lease, (`incomplete`) when the one before does
     * not have a part that is left out, and (`outdated`) when somebody was erased at a later position.
     */
    saveSnapshot(lease: Lease, snapshot: Snapshot): Promise<'saved' | 'fenced' | 'incomplete' | 'outdated'>;
    /** What lists tell these people of these dialogues, for those whose excerpt is kept. */
    listed(entries: readonly { dialogue: DialogueId; person: PersonId }[]): Promise<Listed[]>;
    /** Keeps the excerpt of a state, unless the log has moved on from it. */
    putExcerpt(dialogue: DialogueId, seq: number, excerpt: Excerpt): Promise<void>;
    /** Dialogues with a stored deadline at or before `until`. */
    due(until: number): Promise<{ dialogue: DialogueId; deadline: number }[]>;
    /**
     * Forgets a person's names and addresses: in the log's personal part and in every snapshot of the dialogue. Documents no
     * longer tell what they wrote. Rejects
     * while something still keeps them on disk, such as a reader that has the old pages open; to be tried again then.
     */
    erase(dialogue: DialogueId, person: PersonId): Promise<void>;
    /** The position up to which reactions to facts have been carried out. */
    effectCursor(dialogue: DialogueId): Promise<number>;
    moveEffectCursor(dialogue: DialogueId, seq: number): Promise<void>;
    /** Dialogues in which facts of these kinds wait for their reactions. */
    unreacted(kinds: readonly string[]): Promise<DialogueId[]>;
  };
  doors: {
    putLink(link: LinkRow): Promise<void>;
    findLink(hash: string): Promise<LinkRow | null>;
    addAccount(account: Account): Promise<void>;
    findAccount(account: Id): Promise<Account | null>;
    accounts(): Promise<Account[]>;
    /** Writes what the owner of an account is called. */
    nameAccount(account: Id, name: string): Promise<void>;
    /** Ends an account: its sign-ins and links open nothing from now on. */
    revokeAccount(account: Id, at: number): Promise<void>;
    /** Stores a fresh link of an account and voids those that nobody used; false when the account is unknown or revoked. Atomic. */
    putOrganiserLink(link: OrganiserLinkRow): Promise<boolean>;
    /** The account that a link signs in; null when the link is unknown, used, void or older than an hour, or the account is revoked. */
    findOrganiserLink(hash: string, at: number): Promise<Account | null>;
    /** The same, and marks the link used. Atomic. */
    useOrganiserLink(hash: string, at: number): Promise<Account | null>;
    /** The accounts that a link has ever signed in. */
    accountsSignedIn(): Promise<Id[]>;
    addSignIn(signIn: SignIn): Promise<void>;
    /** Null when unknown or its account is revoked. */
    findSignIn(hash: string): Promise<SignIn | null>;
    /** Those of these sign-ins that exist, were made after an instant, and whose account is not revoked. */
    livingSignIns(signIns: readonly Id[], after: number): Promise<Id[]>;
    setAccount(signIn: Id, account: Id): Promise<void>;
    removeSignIn(signIn: Id): Promise<void>;
    /** Removes every sign-in made at or before an instant, with its grants. */
    removeSignInsUntil(instant: number): Promise<void>;
    /** One grant per sign-in and dialogue; the newest replaces. */
    putGrant(signIn: Id, grant: Grant): Promise<void>;
    grants(signIn: Id): Promise<Grant[]>;
  };
  jobs: {
    /** Does nothing when a job of that key was ever added. */
    add(job: Omit<Job, 'attempts'>): Promise<void>;
    /** Takes at most `limit` due jobs of a queue so that nobody else takes them for `ms`. */
    claim(queue: Queue, now: number, ms: number, limit: number): Promise<Job[]>;
    /** Holds a taken job until an instant; false when it is no longer this taker's, or has ended. */
    keep(claim: Claim, until: number): Promise<boolean>;
    /** Frees a taken job as if it had not been taken. */
    giveBack(claim: Claim): Promise<void>;
    done(key: string): Promise<void>;
    /** Frees a taken job for another attempt, from an instant on. */
    retryAt(claim: Claim, due: number): Promise<void>;
    /** Ends a job that is not done, for good; false when it has ended already. */
    end(key: string, status: 'failed' | 'cancelled', reason: string | null): Promise<boolean>;
    find(key: string): Promise<Standing | null>;
    /** Since when the longest overdue job of a queue is due, in ms since the epoch; null when none is. */
    overdueSince(queue: Queue, now: number): Promise<number | null>;
  };
  files: {
    /**
     * Makes room for a file of `size` bytes; the same again changes nothing. `full`: the files of the dialogue would be
     * more than so many, or have more bytes. `taken`: there is another of this id. Atomic.
     */
    begin(
      dialogue: DialogueId,
      file: Pick<StoredFile, 'file' | 'size' | 'createdAt'>,
      most: { files: number; bytes: number },
    ): Promise<'begun' | 'full' | 'taken'>;
    find(dialogue: DialogueId, file: Id): Promise<StoredFile | null>;
    /** The files of a dialogue, those on their way too. */
    all(dialogue: DialogueId): Promise<StoredFile[]>;
    /** Keeps the part at this place, in base64; false when another one is the next, or the file is not on its way. */
    addPart(dialogue: DialogueId, file: Id, at: number, base64: string): Promise<boolean>;
    /** A part in base64; null when there is none. */
    part(dialogue: DialogueId, file: Id, at: number): Promise<string | null>;
    /** A file has come whole, and is of this kind. */
    complete(dialogue: DialogueId, file: Id, type: string): Promise<void>;
    remove(dialogue: DialogueId, files: readonly Id[]): Promise<void>;
  };
  documents: {
    load(dialogue: DialogueId, document: string): Promise<KeptDocument>;
    /** Adds to several documents, all or nothing. `conflict`: a position is taken, or a client id is somebody else's. */
    append(lease: Lease, now: number, batches: readonly DocumentBatch[]): Promise<AppendResult>;
    /**
     * Keeps a snapshot, and the one before it in case this one is damaged; updates that neither needs are let go. Refuses (`worse`)
     * one that is older, or in which something is missing that the one before has.
     */
    saveSnapshot(lease: Lease, document: string, snapshot: DocumentSnapshot): Promise<'saved' | 'fenced' | 'worse'>;
    /** Keeps a version; of those without a name the newest `autos`. */
    addVersion(
      lease: Lease,
      document: string,
      version: DocumentVersion & { whole: string },
      autos: number,
    ): Promise<'added' | 'fenced'>;
    /** The versions of a document, oldest first. */
    versions(dialogue: DialogueId, document: string): Promise<DocumentVersion[]>;
    /** The whole document of a version, as it was given; null when there is none. */
    version(dialogue: DialogueId, document: string, version: Id): Promise<string | null>;
    /** Keeps up to which position a document was noticed by those who react to it; it never moves back. */
    notice(dialogue: DialogueId, document: string, at: number): Promise<void>;
    /** The documents of a dialogue in which something was written that was not noticed. */
    unnoticed(dialogue: DialogueId): Promise<string[]>;
  };
  ballots: {
    /** The ballots of an anonymous poll, as they were put; null when there are none. */
    load(dialogue: DialogueId, run: Id): Promise<string | null>;
    /**
     * Takes the place of the ballots before. `behind`: the log has facts of these kinds after a position, so that who puts them
     * must look again whether the poll is still open.
     */
    put(
      lease: Lease,
      box: { run: Id; ballots: string },
      unless: { after: number; kinds: readonly string[] },
    ): Promise<'kept' | 'fenced' | 'behind'>;
    /** On SQLite: leaves nothing of earlier states on disk, by which one could see which ballots came first. False while somebody reads it: to be tried again. */
    settle(): Promise<boolean>;
    /** The runs of a dialogue whose ballots are kept. */
    boxes(dialogue: DialogueId): Promise<Id[]>;
    /**
     * Deletes the ballots of a run, and what the database keeps of earlier states on disk. Rejects while something still keeps
     * it there, such as a reader that has the old pages open; to be tried again then.
     */
    remove(dialogue: DialogueId, run: Id): Promise<void>;
  };
  /** One write and one read, for `/readyz`. */
  probe(): Promise<void>;
  close(): Promise<void>;
};
