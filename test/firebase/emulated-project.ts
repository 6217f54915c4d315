import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions } from '../../functions/build-functions.ts';
import { FIREBASE_JSON } from '../../functions/hosting.ts';
import { writeHostingPages } from '../../functions/hosting-pages.ts';
import { CHANNEL } from '../simulator/channel.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Names that begin with `demo-` never reach a real project. */
export const PROJECT_ID = 'demo-prongsai';
export const BUCKET = `${PROJECT_ID}.appspot.com`;

/** Ports of 127.0.0.1 that the emulators of one project listen on. */
export interface SuitePorts {
  readonly functions: number;
  readonly firestore: number;
  readonly firestoreWebsocket: number;
  readonly hosting: number;
  readonly storage: number;
  readonly hub: number;
  readonly logging: number;
  readonly eventarc: number;
  readonly tasks: number;
}

/**
 * Lays out in `folder`, which lies inside the repository so that its libraries are found, what `firebase deploy` would send: the
 * built functions, the pages, rules, indexes and the product's own firebase.json. Only ports are added.
 */
export async function layOutProject(folder: string, ports: SuitePorts): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['firestore.rules', 'firestore.indexes.json', 'storage.rules']) {
    copyFileSync(join(ROOT, name), join(folder, name));
  }
  const config = { liffId: CHANNEL.liffId, login: 'simulator' } as const;
  if (!writeHostingPages(join(ROOT, 'liff/dist'), join(folder, 'hosting'), config)) {
    throw new Error('the mini-app is not built: npm run build:liff');
  }
  await buildFunctions(join(folder, 'functions/'));
  const { firestore, firestoreWebsocket, ...others } = ports;
  const described = {
    ...FIREBASE_JSON,
    functions: FIREBASE_JSON.functions.map((one) => ({ ...one, source: 'functions' })),
    hosting: { ...FIREBASE_JSON.hosting, public: 'hosting' },
    emulators: {
      ...Object.fromEntries(Object.entries(others).map(([name, port]) => [name, { port }])),
      firestore: { port: firestore, websocketPort: firestoreWebsocket },
      ui: { enabled: false },
      singleProjectMode: true,
    },
  };
  writeFileSync(join(folder, 'firebase.json'), JSON.stringify(described));
}
