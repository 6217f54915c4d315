import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findFirestoreEmulator } from '../contract/find-firestore-emulator.ts';
import { findJdk } from './find-jdk.ts';

const GUARD = fileURLToPath(new URL('../contract/emulator-guard.mjs', import.meta.url));
const STORAGE_STAND_IN = fileURLToPath(new URL('./storage-rules-stand-in.mjs', import.meta.url));
const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const DOWNLOADED = join(homedir(), '.cache', 'firebase', 'emulators');
/** A test run is short and shares the machine. English, because clients match error texts. */
const JVM_FLAGS = '-Duser.language=en -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m';

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;

/**
 * Puts into `folder` what firebase-tools needs to start its emulators without a network, and returns the environment that
 * leads it there: a small jar that stands for the Cloud SDK's emulator of Firestore, and a `java` of its own that is new
 * enough, ends with its parent, and runs the stand-in for the rules of files where Google's engine is not on this machine.
 */
export function emulatorBinaries(folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const home = findJdk();
  const manifest = join(folder, 'manifest.txt');
  const jar = join(folder, 'firestore.jar');
  const emulator = pathToFileURL(findFirestoreEmulator().jar).href;
  writeFileSync(manifest, `Main-Class: ${MAIN_CLASS}\n${wrapped(`Class-Path: ${emulator}`)}\n`);
  execFileSync(join(home, 'bin', 'jar'), ['--create', '--file', jar, '--manifest', manifest]);
  const node = quoted(process.execPath);
  const java = quoted(join(home, 'bin', 'java'));
  const script = [
    '#!/bin/sh',
    'case "$*" in',
    `  *-version) exec ${java} "$@" ;;`,
    `  *stand-in.jar*) exec ${node} ${quoted(STORAGE_STAND_IN)} ;;`,
    `  *) exec ${node} ${quoted(GUARD)} ${java} ${JVM_FLAGS} "$@" ;;`,
    'esac',
  ];
  writeFileSync(join(folder, 'java'), `${script.join('\n')}\n`, { mode: 0o755 });
  return {
    PATH: `${folder}:${process.env['PATH']}`,
    JAVA_HOME: home,
    FIRESTORE_EMULATOR_BINARY_PATH: jar,
    ...storageRules(folder),
  };
}

function storageRules(folder: string): Readonly<Record<string, string>> {
  const names = existsSync(DOWNLOADED) ? readdirSync(DOWNLOADED) : [];
  if (names.some((name) => name.startsWith('cloud-storage-rules-runtime'))) return {};
  const path = join(folder, 'stand-in.jar');
  writeFileSync(path, '');
  return { STORAGE_EMULATOR_BINARY_PATH: path };
}

/** Lines of a manifest hold 72 bytes; what is longer goes on after a line break and a space. */
function wrapped(line: string): string {
  return (line.match(/.{1,70}/g) ?? []).join('\n ');
}
