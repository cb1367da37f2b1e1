import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';

/** So many faces are asked for at once; more would cost a weak network and a small screen more than they give. */
const mostFaces = 9;

/** How large a video is asked for that is drawn so many CSS px wide. */
const videoSize = (width: number): ShownVideo['size'] => {
  if (width < 240) return 'small';
  return width < 520 ? 'medium' : 'large';
};

/** A face that a layout shows. */
export type ShownFace = { person: string; width: number };

/** What a feature shows on the stage. */
type OnStage = { videos: readonly Omit<ShownVideo, 'size'>[]; width: number };

/** The videos to ask for: those on the stage, and the faces on this page, most important first. One's own face is here already. */
export function videosOf(faces: readonly ShownFace[], me: string, onStage: OnStage | null = null): ShownVideo[] {
  const asked = faces.filter(({ person }) => person !== me).slice(0, mostFaces);
  const size = videoSize(onStage?.width ?? 0);
  return [
    ...(onStage?.videos ?? []).map(video => ({ ...video, size })),
    ...asked.map(({ person, width }) => ({ person, source: 'camera' as const, size: videoSize(width) })),
  ];
}
