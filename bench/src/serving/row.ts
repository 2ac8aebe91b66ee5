/** A line of the table. */
export interface Row {
  name: string;
  measured: string;
  budget: string;
  /** Undefined where there is no budget. */
  met: boolean | undefined;
  speed?: Speed;
  /** Megabytes, at most, of the server's process. */
  rss?: number | undefined;
}

/** What a server has done under load. */
export interface Speed {
  /** In a second. */
  requests: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Microseconds of the server's process for each request; undefined where the system does not say. */
  cpu: number | undefined;
  /** The bare floor's, in the same rounds. */
  bare?: { requests: number; cpu: number | undefined };
  /** Milliseconds. */
  p99Max?: number;
}
