/** Debian packages that compiling mediasoup's worker needs. */
export const buildPackages = [
  'build-essential',
  'flatbuffers-compiler',
  'flatbuffers-compiler-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'libssl-dev',
  'libuv1-dev',
  'meson',
  'ninja-build',
  'pkg-config',
];
