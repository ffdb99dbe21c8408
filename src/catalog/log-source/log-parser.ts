/** Options of `LogParser.json`. */
export interface JsonParserOptions {
  /**
   * Field that holds the time of the event.
   *
   * @default time - where Docker and most programs write it; an event without it gets the time at which it is read
   */
  readonly timeKey?: string;

  /**
   * Format of that time, in the words of strftime.
   *
   * @default %Y-%m-%dT%H:%M:%S.%N%z - RFC 3339 with a fraction, as Docker writes it
   */
  readonly timeFormat?: string;
}

/** Options of `LogParser.regexp`. */
export interface RegexpParserOptions {
  /**
   * Group of the expression that holds the time of the event.
   *
   * @default time - as in Fluentd's own examples; an expression without such a group gives events the time at which they are read
   */
  readonly timeKey?: string;

  /**
   * Format of that time, in the words of strftime, such as `%d/%b/%Y:%H:%M:%S %z`.
   *
   * @default - what Ruby makes of it (`Time.parse`), which is slow and guesses; ISO 8601 for Logstash
   */
  readonly timeFormat?: string;
}

/** How a line becomes an event. */
export class LogParser {
  /**
   * What containerd and CRI-O write: time, stream, whether the line is whole, message. Lines that the runtime has cut (at 16 KiB) are joined again.
   * The event has the fields `message`, `stream` and `time`.
   */
  public static cri(): LogParser {
    return new LogParser('cri', {});
  }

  /** A JSON object per line, as Docker writes it (fields `log`, `stream`, `time`). Lines that Docker has cut are not joined. */
  public static json(options: JsonParserOptions = {}): LogParser {
    const { timeKey = 'time', timeFormat = '%Y-%m-%dT%H:%M:%S.%N%z' } = options;
    return new LogParser('json', { time_key: timeKey, time_type: 'string', time_format: timeFormat });
  }

  /**
   * A regular expression of Ruby; its named groups become fields. A line that does not match is reported in the daemon's own log and left out;
   * Logstash keeps it whole, with the tag `_grokparsefailure`.
   *
   * @param expression such as `^(?<time>[^ ]+) (?<level>[A-Z]+) (?<message>.*)$`, with or without slashes around it
   */
  public static regexp(expression: string, options: RegexpParserOptions = {}): LogParser {
    const delimited = /^\/.*\/[imx]*$/s.test(expression) ? expression : `/${expression}/`;
    return new LogParser('regexp', { expression: delimited, time_key: options.timeKey, time_format: options.timeFormat });
  }

  /** The whole line as the field `message`, with the time at which it is read. */
  public static none(): LogParser {
    return new LogParser('none', {});
  }

  private constructor(
    /**
     * `@type` of Fluentd's section `<parse>`.
     *
     * @internal
     */
    public readonly _type: string,
    /** @internal */
    public readonly _params: { readonly [name: string]: string | undefined },
  ) {
  }
}
