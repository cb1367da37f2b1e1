import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';

/** So many faces are asked for at once; more would cost a weak line and a small screen more than they give. */
const mostFaces = 9;

/** How large a picture is asked for that is drawn so many CSS px wide. */
const pictureSize = (width: number): ShownVideo['size'] => {
  if (width < 240) return 'small';
  return width < 520 ? 'medium' : 'large';
};

/** What a layout shows, most important first. */
export type Shown = { person: string; width: number };

/** The pictures to ask for: a screen, and the faces on this page. One's own picture is here already. */
export function picturesOf(faces: readonly Shown[], me: string, screen: Shown | null = null): ShownVideo[] {
  const asked = faces.filter(({ person }) => person !== me).slice(0, mostFaces);
  const pictures: ShownVideo[] = asked.map(({ person, width }) => ({
    person,
    source: 'camera',
    size: pictureSize(width),
  }));
  if (screen && screen.person !== me) {
    pictures.unshift({ person: screen.person, source: 'screen', size: pictureSize(screen.width) });
  }
  return pictures;
}
