// How far a case has come: what it was doing when it threw, or when it was stopped.

export type Stage =
  "compile" | "diagnose" | "mend" | "print" | "convert" | "dump" | "examples" | "evaluate" | "build" | "read";

export type Reach = (stage: Stage) => void;
