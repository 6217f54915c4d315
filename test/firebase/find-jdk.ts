import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Oldest Java that firebase-tools accepts. */
const MIN_JAVA = 21;
const JVM_FOLDER = '/usr/lib/jvm';

function versionOf(home: string): number {
  const java = join(home, 'bin', 'java');
  // `jar` packs what firebase-tools wants to be given; a runtime alone has none.
  if (!existsSync(java) || !existsSync(join(home, 'bin', 'jar'))) return 0;
  try {
    const answer = execFileSync(java, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/^\S+ (\d+)/.exec(answer)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * The home of a JDK that firebase-tools' emulators run on: the one of `JAVA_HOME`, of `PATH`, or any in `/usr/lib/jvm`.
 * @throws Error that says what to install; nothing is skipped when it is missing.
 */
export function findJdk(): string {
  const named = process.env['JAVA_HOME'];
  const onPath = (process.env['PATH'] ?? '').split(':').map((folder) => dirname(folder));
  const installed = existsSync(JVM_FOLDER)
    ? readdirSync(JVM_FOLDER).map((name) => join(JVM_FOLDER, name))
    : [];
  const found = [...(named ? [named] : []), ...onPath, ...installed].find(
    (home) => versionOf(home) >= MIN_JAVA,
  );
  if (found) return found;
  throw new Error(
    `The Firebase tests need a JDK ${MIN_JAVA} or newer beside any older Java: apt-get install openjdk-${MIN_JAVA}-jdk-headless, or Temurin from adoptium.net with JAVA_HOME set.`,
  );
}
