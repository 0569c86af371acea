/** Every shader that a stage declares, by its name: found by looking, so that none is forgotten. */
import type { Shader } from '../device/shader';

const modules = import.meta.glob<Record<string, unknown>>(
  ['./*.ts', '!./*.test*.ts', '!./*.test-data.ts'],
  {
    eager: true,
  },
);

const isShader = (value: unknown): value is Shader =>
  typeof value === 'object' && value !== null && 'bindings' in value && 'source' in value;

export const SHADERS: readonly Shader[] = Object.values(modules)
  .flatMap((exported) => Object.values(exported))
  .filter(isShader);
