export type Grade = 'A' | 'B' | 'C' | 'reclaimed';
export type Terms = 'sale' | 'loan';

/** The best first. */
export const grades: readonly Grade[] = ['A', 'B', 'C', 'reclaimed'];

/** Whether goods of `grade` are at least as good as `minimum`. */
export function isAtLeast(grade: Grade, minimum: Grade): boolean {
  return grades.indexOf(grade) <= grades.indexOf(minimum);
}

/** Grades at least as good as `minimum`. */
export function gradesFrom(minimum: Grade): readonly Grade[] {
  return grades.filter((grade) => isAtLeast(grade, minimum));
}
