/** A server in a process of its own. */
export interface MeasuredServer {
  port: number;
  pid: number;
  stop(): Promise<void>;
}
