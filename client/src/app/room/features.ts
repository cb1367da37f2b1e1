import { clusterFeature } from '../../cluster/cluster-feature.tsx';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { agendaFeature } from '../../facilitate/agenda/agenda-feature.tsx';
import { boardFeature, boardStageFeature } from '../../facilitate/board/board-feature.tsx';
import { breakoutsFeature, harvestFeature } from '../../facilitate/breakouts/breakouts-feature.tsx';
import { chatFeature } from '../../facilitate/chat/chat-feature.ts';
import { controlRoomFeature } from '../../facilitate/control-room-feature.ts';
import { exchangeFeature } from '../../facilitate/exchange/exchange-feature.tsx';
import { floorFeature } from '../../facilitate/floor/floor-feature.tsx';
import { floorVoiceFeature } from '../../facilitate/floor-voice-feature.tsx';
import { mediaFeature, spotlightFeature } from '../../facilitate/media/room/media-feature.tsx';
import { screenFeature } from '../../facilitate/media/room/screen-feature.tsx';
import { notesFeature } from '../../facilitate/notes/notes-feature.tsx';
import { peopleFeature } from '../../facilitate/people-feature.ts';
import { pollsFeature } from '../../facilitate/polls/polls-feature.tsx';
import { questionsFeature } from '../../facilitate/questions/questions-feature.tsx';
import { reactionsFeature } from '../../facilitate/reactions/reactions-feature.tsx';
import { liveFeature } from '../../facilitate/sessions/live/live-feature.tsx';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';

/** Everything that a room can do, in the order of its tabs, marks and steps. A new feature is one line here. */
export const features: readonly RoomFeature[] = [
  floorFeature,
  chatFeature,
  notesFeature,
  questionsFeature,
  boardFeature,
  pollsFeature,
  agendaFeature,
  exchangeFeature,
  peopleFeature,
  breakoutsFeature,
  controlRoomFeature,
  harvestFeature,
  clusterFeature,
  boardStageFeature,
  screenFeature,
  spotlightFeature,
  floorVoiceFeature,
  mediaFeature,
  liveFeature,
  reactionsFeature,
];

/** The features of a room or of its lobby. */
export const featuresIn = (isLobby: boolean): readonly RoomFeature[] =>
  features.filter(feature => !isLobby || feature.in === 'rooms-and-lobby');

/** What each feature says of a room on its card in the control room. */
export const lines = features.flatMap(({ name, RoomLine }) => (RoomLine ? [{ name, Line: RoomLine }] : []));

/** What keeps things as outcomes of a room; its code is loaded when something is kept. */
export const Keeper = features.flatMap(({ loadKeeper }) => (loadKeeper ? [lazyWithTexts(loadKeeper)] : []))[0] ?? null;

/** What can be opened beside the stage; its code and texts are loaded when it is. */
export const panels = features.flatMap(({ name, panel }) =>
  panel ? [{ ...panel, name, Content: lazyWithTexts(panel.load) }] : [],
);
/** The tab of a panel that is in use. */
export type UsedTab = (typeof panels)[number] & RoomTab;

/** What can take the stage, the most important first; its code and texts are loaded when it does. */
export const stages = features.flatMap(({ name, stage }) =>
  stage ? [{ ...stage, name, Content: lazyWithTexts(stage.load) }] : [],
);
