import type { SimUser } from '../simulator/protocol.ts';
import type { ComplaintWorld } from './complaint-world.ts';

const CODE = /(?:\d{3} ){5}\d{3}/;

/** What a citizen tells. */
export interface Story {
  readonly category?: string;
  readonly unit?: string;
  readonly texts: readonly string[];
  readonly files?: readonly { name: string; kind: 'file' | 'image' | 'audio'; bytes: Buffer }[];
}

/** Writes a complaint up to its review. */
export async function tell(world: ComplaintWorld, citizen: SimUser, story: Story): Promise<void> {
  const { category = 'เรียกรับสินบน/ของขวัญ', unit = 'กองช่าง', texts, files = [] } = story;
  await world.says(citizen, 'ร้องเรียน');
  await world.presses(citizen, 'เริ่ม');
  await world.presses(citizen, category);
  await world.says(citizen, 'นายช่าง');
  await world.presses(citizen, 'ต่อไป');
  await world.says(citizen, unit);
  for (const text of texts) await world.says(citizen, text);
  await world.presses(citizen, 'ต่อไป');
  await world.says(citizen, 'ข้าม');
  await world.says(citizen, 'ข้าม');
  for (const file of files) await world.sends(citizen, file);
  await world.says(citizen, files.length > 0 ? 'ต่อไป' : 'ข้าม');
  await world.says(citizen, 'ข้าม');
  await world.says(citizen, 'ยังไม่เคยแจ้ง');
}

/** Presses ส่งเรื่อง and reads the code. */
export async function file(world: ComplaintWorld, citizen: SimUser): Promise<string> {
  await world.presses(citizen, 'ส่งเรื่อง');
  return codeIn(world.shows(citizen));
}

/** The newest receipt code in a text; empty when there is none. */
export function codeIn(text: string): string {
  return CODE.exec(text)?.[0] ?? '';
}
