import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const overlay = new URL('overlay/', import.meta.url);

/** The folder with libsrtp 2's sources, beside the other subprojects. */
export const srtpFolder = 'libsrtp2';

// The parent links these "whole" only into targets nobody builds here, so a library with one unused symbol satisfies it.
const placeholder = name => `static_library('${name}_placeholder', 'placeholder.c')`;

const subprojects = {
  libuv: {
    project: "project('libuv', 'c')",
    lines: ["libuv_dep = dependency('libuv')", `libuv = ${placeholder('uv')}`],
    options: { build_tests: 'boolean', build_benchmarks: 'boolean' },
  },
  openssl: {
    project: "project('openssl', 'c')",
    lines: [
      "openssl_dep = dependency('openssl')",
      `libcrypto_lib = ${placeholder('crypto')}`,
      `libssl_lib = ${placeholder('ssl')}`,
    ],
  },
  flatbuffers: {
    project: "project('flatbuffers', 'c')",
    lines: ['flatbuffers_dep = declare_dependency()', `flatbuffers_lib = ${placeholder('flatbuffers')}`],
  },
  'abseil-cpp': {
    project: "project('abseil-cpp', 'c', 'cpp')",
    lines: [
      "absl_strings_dep = dependency('absl_strings')",
      "absl_types_dep = [dependency('absl_any'), dependency('absl_optional'), dependency('absl_variant')]",
      "absl_container_dep = [dependency('absl_flat_hash_map'), dependency('absl_inlined_vector')]",
      `absl_container_lib = ${placeholder('absl_container')}`,
    ],
  },
  'unordered-dense': {
    project: "project('unordered_dense', 'cpp')",
    lines: ["ankerl_unordered_dense_dep = declare_dependency(include_directories: 'include')"],
    header: { from: 'unordered_dense.h', to: 'include/ankerl/unordered_dense.h' },
  },
  libsrtp3: {
    project: "project('libsrtp3', 'c')",
    lines: [
      `srtp = subproject('${srtpFolder}', default_options: ['crypto-library=openssl', 'crypto-library-kdf=disabled',`,
      "  'default_library=static', 'doc=disabled', 'fuzzer=disabled', 'pcap-tests=disabled', 'tests=disabled', 'warning_level=0'])",
      "libsrtp3_dep = declare_dependency(include_directories: 'include', dependencies: srtp.get_variable('libsrtp2_dep'))",
      `libsrtp3 = ${placeholder('srtp')}`,
    ],
    header: { from: 'srtp.h', to: 'include/srtp.h' },
    options: { 'crypto-library': 'string', 'crypto-library-kdf': 'string', tests: 'string' },
  },
};

/** Lays a folder in place of each download that Meson would do; every folder points at Debian's library. */
export function replaceDownloads(worker) {
  for (const [wrap, { project, lines, header, options = {} }] of Object.entries(subprojects)) {
    const folder = join(worker, 'subprojects', folderOfWrap(worker, wrap));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'meson.build'), `${[project, ...lines].join('\n')}\n`);
    writeFileSync(join(folder, 'placeholder.c'), 'int multaqa_placeholder(void) { return 0; }\n');
    writeFileSync(join(folder, 'meson_options.txt'), Object.entries(options).map(option).join(''));
    if (header) cpSync(new URL(header.from, overlay), join(folder, header.to));
  }
}

// The folder name carries the library's version, so it is read from the wrap and survives an upgrade of mediasoup.
function folderOfWrap(worker, wrap) {
  const text = readFileSync(join(worker, 'subprojects', `${wrap}.wrap`), 'utf8');
  const [, folder] = text.match(/^directory *= *(\S+)/m) ?? [];
  if (!folder) throw new Error(`${wrap}.wrap names no directory`);
  return folder;
}

function option([name, type]) {
  return `option('${name}', type: '${type}', value: ${type === 'boolean' ? 'false' : "''"})\n`;
}
