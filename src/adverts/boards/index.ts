import type { Board } from '../types.ts';
import { board104 } from './104.ts';
import { camhr } from './camhr.ts';
import { computrabajo } from './computrabajo.ts';
import { indeed } from './indeed.ts';
import { linkedin } from './linkedin.ts';
import { seek } from './seek.ts';

export const BOARDS: readonly Board[] = [indeed, linkedin, seek, computrabajo, board104, camhr];
