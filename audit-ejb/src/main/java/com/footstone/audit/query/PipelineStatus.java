package com.footstone.audit.query;

import java.util.Map;
import java.util.Optional;

/**
 * How the pipeline that fills the stores is. There is none where this instance only answers questions. Reasons are for
 * people and hold no secret. Answers come from memory: asking costs nothing.
 */
public interface PipelineStatus {

    /** Why the stores do not have the schema of this version yet; empty once they have. */
    Optional<String> schemaFault();

    /** Why no event will be taken in any more without a restart; empty while there is hope. */
    Optional<String> death();

    /** What is not moving at the moment although it should, such as a partition, and why; empty when all is well. */
    Map<String, String> stalls();
}
