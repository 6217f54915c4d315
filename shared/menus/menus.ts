import type { Role } from '../people/roles.ts';
import { ROLES } from '../people/roles.ts';
import type { IconName } from './icons.ts';
import type { MenuArea, MenuKey, MenuRows } from './menu.ts';

const area = (label: string, icon: IconName, says: string): MenuArea => ({
  label,
  icon,
  action: { kind: 'say', says },
});
const page = (label: string, icon: IconName, path: string, says: string): MenuArea => ({
  label,
  icon,
  action: { kind: 'page', path, says },
});

const SPENDING = area('การใช้จ่ายงบ', 'bars', 'งบ');
const COMPLAIN = area('ร้องเรียนทุจริต', 'speech', 'ร้องเรียน');
const FOLLOW = area('ติดตามเรื่อง', 'lens', 'ติดตาม');
const HELP = area('วิธีใช้', 'question', 'วิธีใช้');
const NEWEST = area('ประกาศล่าสุด', 'sheet', 'ประกาศล่าสุด');
const WRITE = area('เขียนประกาศ', 'pen', 'ประกาศ');
const MEASURES = area('มาตรการ', 'checks', 'มาตรการ');
const STATISTICS = page('สถิติร้องเรียน', 'pie', 'statistics', 'สถิติร้องเรียน');
const ALL = area('เมนูทั้งหมด', 'list', 'เมนู');
const AS_CITIZEN: MenuArea = { label: 'เมนูประชาชน', icon: 'person', action: { kind: 'other-side' } };
const BACK_TO_WORK: MenuArea = { label: 'กลับเมนูงาน', icon: 'back', action: { kind: 'other-side' } };

const CITIZEN: MenuRows = [
  [COMPLAIN, FOLLOW],
  [SPENDING, HELP],
];

/** What members see of the citizen's side: an officer can complain like anybody else. */
const CITIZEN_SIDE: MenuRows = [
  [COMPLAIN, FOLLOW],
  [SPENDING, BACK_TO_WORK],
];

const OF_ROLE: Readonly<Record<Role, MenuRows>> = {
  staff: [
    [page('รายงานมาตรการ', 'checks', 'measures', 'มาตรการ'), NEWEST],
    [SPENDING, ALL, AS_CITIZEN],
  ],
  finance: [
    [area('ส่งไฟล์งบ', 'upload', 'ส่งไฟล์งบ'), SPENDING, area('ตั้งเป้าหมาย', 'target', 'เป้าหมาย')],
    [WRITE, ALL, AS_CITIZEN],
  ],
  officer: [
    [area('เรื่องร้องเรียน', 'folder', 'เรื่อง'), STATISTICS, WRITE],
    [MEASURES, ALL, AS_CITIZEN],
  ],
  executive: [
    [SPENDING, MEASURES, STATISTICS],
    [NEWEST, ALL, AS_CITIZEN],
  ],
  admin: [
    [area('กลุ่มไลน์', 'people', 'กลุ่ม'), area('เชิญเจ้าหน้าที่', 'envelope', 'เชิญ'), area('บุคลากร', 'card', 'สมาชิก')],
    [area('โควตา', 'gauge', 'โควตา'), ALL, AS_CITIZEN],
  ],
};

/** Every menu the account has. The first one is the default, which needs no link to a person. */
export const MENU_KEYS: readonly MenuKey[] = [
  { owner: 'citizen', side: 'own' },
  ...ROLES.flatMap((owner): readonly MenuKey[] => [
    { owner, side: 'own' },
    { owner, side: 'citizen' },
  ]),
];

/** The areas of a menu. */
export function menuRows({ owner, side }: MenuKey): MenuRows {
  if (owner === 'citizen') return CITIZEN;
  return side === 'own' ? OF_ROLE[owner] : CITIZEN_SIDE;
}
