export const shapes = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'star', 'cross', 'pentagon'] as const;
export type Shape = (typeof shapes)[number];

/** Okabe and Ito's colours, told apart with every kind of colour vision, each with a shape of its own. */
export const clusterColours: Record<Shape, string> = {
  circle: '#0072B2',
  square: '#E69F00',
  triangle: '#009E73',
  diamond: '#CC79A7',
  hexagon: '#D55E00',
  star: '#56B4E9',
  cross: '#8A6D00',
  pentagon: '#5E5E5E',
};

/** Outlines on a grid of 16. */
export const outlines: Record<Shape, string> = {
  circle: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  square: 'M2 2h12v12H2z',
  triangle: 'M8 1.5 15 14H1z',
  diamond: 'M8 .5 15.5 8 8 15.5.5 8z',
  hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  star: 'M8 .8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L8 12.2l-4.5 2.5 1-5.1L.7 6.1l5.1-.6z',
  cross: 'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z',
  pentagon: 'M8 1l7.2 5.3-2.8 8.5H3.6L.8 6.3z',
};

/** The same colours, deep enough to carry white initials, each with a lighter one for the far corner of a tile. */
export const clusterFaces: Record<Shape, readonly [deep: string, light: string]> = {
  circle: ['#0069a6', '#6fa8cf'],
  square: ['#8a5a00', '#cfa04f'],
  triangle: ['#00734f', '#69b598'],
  diamond: ['#9c4f7b', '#cf95b6'],
  hexagon: ['#a84600', '#dd9163'],
  star: ['#25708f', '#7fb8d2'],
  cross: ['#6d5600', '#ae9a4f'],
  pentagon: ['#565656', '#9a9a9a'],
};

/** The shape of a mark; marks beyond the eighth take the shapes again, with a letter. */
export const shapeOf = (mark: number): Shape => shapes[mark % shapes.length] ?? 'circle';

/** The letter on a mark: none on the first eight, A on the next eight, and so on. */
export const letterOf = (mark: number): string =>
  mark < shapes.length ? '' : String.fromCharCode(64 + Math.floor(mark / shapes.length));
