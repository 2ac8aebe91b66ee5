/** The whole environment of PostgreSQL's programs: what they do shall not depend on who starts them. */
export const serverEnv: NodeJS.ProcessEnv = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
