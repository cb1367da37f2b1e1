import type { RateClass } from './kernel/messages.ts';

/**
 * Every bound of the product in one place; each has a test at N and at N + 1.
 * Sizes in bytes, durations in milliseconds unless the name says otherwise.
 */
export const limits = {
  /** Characters of an error that a browser reports. */
  faultReport: 8_000,
  httpBodyBytes: 64 * 1024,
  commandBytes: 64 * 1024,
  socketPayloadBytes: 256 * 1024,
  socketsPerPerson: 5,
  /** Of voice and picture, in one dialogue: one for each tab, and some that broke and are not known to be gone yet. */
  mediaSocketsPerPerson: 8,
  socketsPerAddress: 200,
  /** A lost connection is told of after so long: a tab that reloads is back before. */
  reloadPause: 1_500,
  /** The sign-ins of all open connections are read again this often; whatever ended them elsewhere ends them here. */
  signInCheck: 15_000,
  pingInterval: 10_000,
  pingTimeout: 8_000,
  /** Commands waiting in one dialogue; beyond it the sender hears `busy`. */
  queue: 200,
  /** Accepted commands that a dialogue keeps in memory; about older ones the database is asked. */
  commandsRemembered: 1_000,
  /** Patches kept per audience for those who come back after a gap. */
  ring: 500,
  /** A packed view is sent again, with the patches since, until these take more than one part in so many of its size. */
  packedViewShare: 4,
  factsPerSnapshot: 500,
  /** A log is read so many facts at a time, and a snapshot so many parts, so that nothing else waits long meanwhile. */
  factsPerPage: 500,
  partsPerPage: 16,
  /** Facts that one command may entail: a session of 500 people that closes needs three for each of them. */
  factsPerCommand: 5_000,
  /** From one telling to the next: in small rooms; where many listen and one frame for several events saves most; and while many come and go. What happens after a longer quiet is told at once. */
  tick: 40,
  tickOfMany: 100,
  tickOfRush: 400,
  many: 50,
  /** Between two transactions of a busy dialogue; a lone command never waits. */
  commitPause: 20,
  /** From a signal to those who are told of it, and the most that one message tells; more than that is dropped. */
  signalTick: 100,
  signalsPerTick: 50,
  peoplePerDialogue: 500,
  peoplePerImport: 50,
  sessionsPerDialogue: 60,
  /** Clusters of one arrangement. */
  clusters: 40,
  /** Ways of grouping people that a dialogue keeps; discarded ones beyond it are let go, the oldest first. */
  arrangements: 12,
  clusterNameGraphemes: 50,
  /** Changes of one arrangement that can be taken back. */
  undoSteps: 50,
  /** Lists of people who stay together or apart, and the people in one of them. */
  groupRules: 12,
  peoplePerRule: 8,
  /** Needs that an organiser lists, questions of their own, and choices of one of these. */
  needsListed: 40,
  ownQuestions: 5,
  choicesPerQuestion: 20,
  /** Ids are never given twice, so that even what nobody asks any more has an end. */
  idsEver: 999,
  questionsEver: 99,
  needGraphemes: 80,
  questionGraphemes: 160,
  choiceGraphemes: 60,
  regionGraphemes: 80,
  /** An answer to an organiser's own question, where it is a text. */
  answerGraphemes: 300,
  nameGraphemes: 60,
  /** Breakouts of one grouping, groupings of one session that are kept, and rounds of a rotation in one session. */
  breakouts: 60,
  roomNameGraphemes: 35,
  groupingsPerSession: 20,
  roundsPerSession: 12,
  /** The longest time that breakouts are planned for, in minutes. */
  breakoutMinutes: 240,
  usualBreakoutMinutes: 20,
  /** From the word where somebody goes until they go. */
  noticeOfMove: 5_000,
  /** From the word that breakouts close, or the least that a shortened time leaves, until everybody is back. */
  breakoutGrace: 30_000,
  /** A text in two languages is marked when one is older than the other by more than this. */
  olderText: 60_000,
  taskGraphemes: 2_000,
  titleGraphemes: 120,
  pollQuestionGraphemes: 240,
  pollOptionGraphemes: 120,
  pollLabelGraphemes: 60,
  /** What one person writes in an answer to an open question, or as one entry of a word cloud. */
  writtenGraphemes: 280,
  cloudGraphemes: 40,
  pollSeconds: 3 * 24 * 3_600,
  /** Ballots of anonymous polls that come within this time are written together, and at most so many; blinded papers are evaluated so many at a time. */
  ballotPause: 50,
  ballotsTogether: 500,
  papersTogether: 25,
  /** How long the disk may tell which ballots of an anonymous poll came first. */
  ballotTrace: 1_000,
  /** Characters of a count that is told while people vote. */
  interimCount: 16_384,
  pollsPerDialogue: 200,
  runsPerPoll: 20,
  openPollsPerRoom: 5,
  /** Fewer people than this are never told apart in a secret result. */
  smallestCell: 5,
  /** What a group is called that results are divided by: a cluster, a language, a town with its country, a room. */
  groupNameLength: 180,
  tallyKeyLength: 2_400,
  /** Sums that one message with a count carries; the server divides what is more, and what is longer than a command. */
  tallyKeys: 2_000,
  linkLength: 2_000,
  /** Questions that were ever asked in a room or sent to it, and those of one person in a session who does not host. */
  questionsPerRoom: 300,
  questionsPerPerson: 30,
  /** What is asked, answered in writing, and said where a question is declined. */
  askedGraphemes: 500,
  answeredGraphemes: 1_000,
  declinedGraphemes: 200,
  /** Questions that are merged at once. */
  questionsMerged: 20,
  /** The first places of the fair order, and how many of a cluster support a question before it is named as theirs. */
  fairPlaces: 20,
  namedBackers: 3,
  /** The shortest and the longest turn that can be set, a turn as long as nothing is said of it, and a reply or a point of process, all in seconds. */
  shortestTurn: 5,
  longestTurn: 1_800,
  usualTurn: 90,
  replySeconds: 30,
  /** Turns by which the next one is estimated. */
  turnsRemembered: 10,
  /** A place in the queue is kept for somebody whose connection is lost. */
  placeKept: 15 * 60_000,
  /** From a lost connection until the floor goes to the next. */
  floorGrace: 15_000,
  /** In the first minutes of a session nobody's speaking time is raised for what they missed. */
  factorFrom: 5 * 60_000,
  /** A sign such as “slower” stands so long; those shown within so many ms end together. */
  signStands: 60_000,
  signsTogether: 5_000,
  /** Blocks of one session's agenda, and the removed ones among them that are kept for a while. */
  blocksPerSession: 40,
  removedBlocks: 20,
  blockTitleGraphemes: 80,
  blockTextGraphemes: 300,
  /** The longest block, which fills the longest session, and the most that one extension adds, in minutes. */
  blockMinutes: 720,
  extendedMinutes: 60,
  /** What is put aside in a session, by everybody and by one person who does not host. */
  parkedPerSession: 100,
  parkedPerPerson: 20,
  parkedGraphemes: 300,
  /** What is asked for help or for another room with. */
  wordGraphemes: 200,
  broadcastGraphemes: 1_000,
  broadcastMaterial: 3,
  broadcastsKept: 20,
  resultGraphemes: 500,
  resultsPerRoom: 20,
  /** Links and files for one room, or for all rooms of a grouping. */
  materialPerRoom: 10,
  fileBytes: 10 * 1024 * 1024,
  outcomeTitleGraphemes: 160,
  outcomeTextGraphemes: 1_000,
  peoplePerOutcome: 20,
  /** Outcomes that one was merged from. */
  outcomesMerged: 20,
  /** Outcomes of one document, and of all documents of a dialogue. */
  outcomesPerDocument: 200,
  outcomesPerDialogue: 2_000,
  /** How deep the blocks of a note may lie in each other, how many one may hold, and how many cells a row of a table. */
  blockDepth: 24,
  childrenPerBlock: 10_000,
  cellsPerRow: 60,
  /** A document that is set as a PDF: setting it takes some 600 times its size in memory. */
  pdfNoteBytes: 2 * 1024 * 1024,
  commentGraphemes: 2_000,
  threadsPerDocument: 500,
  repliesPerThread: 100,
  chatGraphemes: 2_000,
  chatPage: 50,
  /** Older messages that a room is told of because they changed last; who missed more loads older pages again. */
  chatChanges: 20,
  /** A session that nobody closes ends by itself. */
  sessionLength: 12 * 3_600_000,
  /** From the word that a session closes to its end, unless a host stops it. */
  closing: 60_000,
  /** A closed session can be reopened for this long, and who took part may add what they were writing for that long. */
  reopening: 15 * 60_000,
  lateMessage: 5 * 60_000,
  /** A place in a session is held this long after the connection is lost. */
  heldPlace: 120_000,
  /** Videos that one device can show at once; it shows nine by default. */
  videosPerDevice: 30,
  /** How far back the overview of speech reaches, and how much of one person it keeps. */
  speechWindow: 5 * 60_000,
  speechIntervals: 150,
  /** From one message with changes of the overview to the next. */
  speechPause: 1_000,
  /** A turn is this long; what is shorter is a back-channel such as "yes". Pauses shorter than the other belong to what somebody says. */
  turn: 1_500,
  bridgedPause: 700,
  /** Whoever spoke, or was heard, for so long counts as heard. */
  heardFor: 30_000,
  /** With fewer voices, or less speech, figures of the exchange say nothing. */
  fewestForFigures: 4,
  leastSpeech: 5 * 60_000,
  /** A town, cluster or language with fewer people is told of by itself to nobody. */
  smallestGroup: 3,
  /** Who takes the next turn within so long replies to the last one. */
  replyPause: 10_000,
  /** An overlap this long that ends the other's turn is an interruption; a turn this long is a long one; who is first heard after so long is late. */
  interruption: 1_000,
  longTurn: 2 * 60_000,
  lateVoice: 15 * 60_000,
  /** What somebody writes in one room and channel within so long counts once. */
  contributionPause: 5 * 60_000,
  /** Runs of speech in one message, and from one message about a room to the next. */
  runsPerBatch: 300,
  speechBatch: 3_000,
  /** Who was not heard for so long is asked whether they would like to come in, but not before they have been there for a while. */
  longSilence: 12 * 60_000,
  settlingIn: 5 * 60_000,
  /** Who spoke more than so many even shares in this window, while half of it was speech, is told so. */
  shareWindow: 5 * 60_000,
  evenShares: 2,
  /** Between two nudges of one person, and how many of a room are asked at a time whether they would like to come in. */
  betweenNudges: 10 * 60_000,
  nudgesAtOnce: 3,
  /** Open microphones of a breakout that are all forwarded; of more, the speakers are selected as in a plenary. */
  heardMicrophones: 25,
  /** Speakers that are forwarded to a plenary at once, and those on standby, whose consumers exist and are paused. */
  selectedSpeakers: 3,
  standbySpeakers: 8,
  /** People in the spotlight of a room, such as a speaker and a sign language interpreter. */
  spotlight: 2,
  /** A handed-over screen share waits this long for its new owner. */
  screenOffer: 60_000,
  /** A device that joins before its person is seated waits this long for the seat. */
  seatTimeout: 5_000,
  /** The transports of a disconnected device are kept this long. */
  heldTransports: 20_000,
  /** A browser stays signed in for as long as a dialogue may last. */
  signIn: 30 * 24 * 3_600_000,
  /** A one-time link that nobody used opens nothing after this long. */
  organiserLink: 3_600_000,
  /** All files of a dialogue, in bytes, and how many they are. */
  filesBytes: 200 * 1024 * 1024,
  files: 200,
  /** A part of an upload: on a line of 40 kbit/s it still comes before the server gives up waiting for it. */
  filePartBytes: 128 * 1024,
  /** A file that no room is given is let go of after this long. */
  unusedFile: 24 * 3_600_000,
  outgoingBufferBytes: 1024 * 1024,
  /** Bytes of a document that one message carries; more goes in several. */
  documentPartBytes: 64 * 1024,
  /** What is written in one go, such as a long paste or an hour without a line, and how many pieces Yjs makes of it. */
  documentUpdateBytes: 2 * 1024 * 1024,
  documentStructs: 100_000,
  documentBytes: 4 * 1024 * 1024,
  /** How deep the parts of a document lie in each other; Yjs goes down by calling itself. */
  documentDepth: 100,
  /** Client ids that one update speaks for, and those that a document ever had: one for each time that somebody opens it. */
  clientsPerUpdate: 100,
  clientsPerDocument: 20_000,
  /** Documents that one tab has open, tabs of one person that have documents open, and documents in the memory of a node. */
  documentsPerSocket: 20,
  documentSocketsPerPerson: 8,
  loadedDocuments: 500,
  /** Updates that wait to be written in one dialogue; beyond it the sender hears `busy`. */
  documentQueue: 1_000,
  /** From one telling of what was written to the next; a lone update does not wait. */
  documentTick: 33,
  /** From the answer to an update until a tab sends its next one, in ms: what is typed meanwhile goes together. */
  documentPace: 80,
  /** From one telling of where people are to the next, from a browser and to it: ten a second, which screens draw as one movement. The first does not wait. */
  caretTick: 100,
  /** A caret with its selection, in bytes, and the most that one telling has. */
  caretBytes: 1_024,
  caretsPerTick: 100,
  /** Updates after which a document is written as a whole, and how long one that nobody has open stays in memory. */
  updatesPerSnapshot: 500,
  idleDocument: 60_000,
  /** Things on one board, and how far from its middle they lie at most, in units of the board. */
  boardThings: 5_000,
  boardReach: 100_000,
  /** Characters of a text on a board, of a packed stroke, of what an image shows in words; tags of a thing and the characters of one. */
  boardTextLength: 2_000,
  boardInkLength: 12_000,
  boardAltLength: 500,
  boardTags: 10,
  boardTagLength: 60,
  /** Things that hosts lock in a room. */
  boardLocked: 500,
  /** Notes that one person writes privately in a round, and all of a round. */
  jotsPerPerson: 30,
  jotsPerRound: 1_000,
  jotGraphemes: 280,
  /** Dots that each person has in a vote on a board. */
  boardDots: 20,
  /** Counted votes of one board that stay for the report: the newest. */
  boardResults: 20,
  /** How long private writing, a vote or the timer of a board may take, in seconds. */
  boardSeconds: 3 * 3_600,
  /** A timer that has run out is seen for so long. */
  boardTimerStands: 60_000,
  /** An image on a board as it comes, in bytes and pixels, and how wide or high it is kept. */
  boardImageBytes: 10 * 1024 * 1024,
  boardImagePixels: 50_000_000,
  boardImageSide: 1_600,
  /** Images of all boards of a dialogue, how many and in bytes, and the bytes of those that go into one file of a board. */
  boardImages: 300,
  boardImagesBytes: 150 * 1024 * 1024,
  boardFileImagesBytes: 24 * 1024 * 1024,
  /** Versions of a document that people named, and those kept by themselves with the least time between two. */
  namedVersions: 200,
  autoVersions: 30,
  autoVersionPause: 10 * 60_000,
} as const;

/** Token buckets per person: `burst` at once, refilled at `perSecond`. */
export const rates: Record<RateClass, { burst: number; perSecond: number }> = {
  plan: { burst: 30, perSecond: 5 },
  move: { burst: 10, perSecond: 2 },
  chat: { burst: 5, perSecond: 1 },
  light: { burst: 12, perSecond: 4 },
  read: { burst: 20, perSecond: 5 },
  /** Entering a room asks once for each picture that is there. */
  media: { burst: 80, perSecond: 20 },
  /** Updates of documents, and what else is asked of them. */
  document: { burst: 60, perSecond: 40 },
  /** Carets and selections. */
  caret: { burst: 30, perSecond: 15 },
  /** What is told and never kept. */
  signal: { burst: 20, perSecond: 4 },
};

/** What a call of a route costs: `entry` is what one needs to come in. */
export type CallRate = 'entry' | 'read' | 'change' | 'part';

/** What is limited before a message is looked at, or anybody is known. */
export type ConnectionRate = 'connect' | 'enter' | 'frame' | CallRate | 'ballot' | 'stranger' | 'guess' | 'link';

/** Token buckets before a message is looked at: `burst` at once, refilled at `perSecond`. */
export const connectionRates: Record<ConnectionRate, { burst: number; perSecond: number }> = {
  /** Per network address, for handshakes and whatever comes from connections that nobody is known for: a town hall of 200 people comes back at once. */
  connect: { burst: 1_000, perSecond: 50 },
  /** Per person and dialogue, for each entry into a namespace. */
  enter: { burst: 20, perSecond: 1 },
  /** Per connection, for every message: more than all classes of commands together. */
  frame: { burst: 400, perSecond: 125 },
  /** Per sign-in, for calls of routes. */
  entry: { burst: 60, perSecond: 5 },
  read: { burst: 60, perSecond: 5 },
  change: { burst: 60, perSecond: 2 },
  /** Parts of files: one of the largest goes at once, a quick line is held to 1.25 MiB/s. */
  part: { burst: 100, perSecond: 10 },
  /** Per network, for calls that need a sign-in and come without one. */
  stranger: { burst: 600, perSecond: 20 },
  /** Per network, for ballots of anonymous polls: a town hall votes within seconds, and each of them changes their mind. */
  ballot: { burst: 2_000, perSecond: 50 },
  /** Per network, for links that open nothing. */
  guess: { burst: 30, perSecond: 0.5 },
  /** Per join link that opens: its owner's devices and reloads. */
  link: { burst: 60, perSecond: 1 },
};
