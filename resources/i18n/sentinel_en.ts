<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ApplicationList</name>
    <message numerus="yes">
        <source>%n cluster(s)…</source>
        <translation>
            <numerusform>%n cluster…</numerusform>
            <numerusform>%n clusters…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterNotices</name>
    <message numerus="yes">
        <source>%n more cluster(s) cannot be reached.</source>
        <translation>
            <numerusform>%n more cluster cannot be reached.</numerusform>
            <numerusform>%n more clusters cannot be reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message numerus="yes">
        <source>Held · %n new line(s) · go to the end</source>
        <translation>
            <numerusform>Held · %n new line · go to the end</numerusform>
            <numerusform>Held · %n new lines · go to the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyRules</name>
    <message numerus="yes">
        <source>None of the %n pod(s) of %1 may ever be evicted, so no node they stand on can be drained.</source>
        <translation>
            <numerusform>The %n pod of %1 may never be evicted, so the node it stands on cannot be drained.</numerusform>
            <numerusform>None of the %n pods of %1 may ever be evicted, so no node they stand on can be drained.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceChoice</name>
    <message numerus="yes">
        <source>%n object(s) picked; hooks do not run then, and the history gets no entry.</source>
        <translation>
            <numerusform>%n object picked; hooks do not run then, and the history gets no entry.</numerusform>
            <numerusform>%n objects picked; hooks do not run then, and the history gets no entry.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceList</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretsSheet</name>
    <message numerus="yes">
        <source>%n value(s) are missing</source>
        <translation>
            <numerusform>%n value is missing</numerusform>
            <numerusform>%n values are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n file in %1</numerusform>
            <numerusform>%n files in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits on the %n node(s) of the inventory.</source>
        <translation>
            <numerusform>Fits on the %n node of the inventory.</numerusform>
            <numerusform>Fits on the %n nodes of the inventory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does not fit on the inventory: %n pod(s) find no place.</source>
        <translation>
            <numerusform>Does not fit on the inventory: %n pod finds no place.</numerusform>
            <numerusform>Does not fit on the inventory: %n pods find no place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) were given on the way, see above.</source>
        <translation>
            <numerusform>%n warning was given on the way, see above.</numerusform>
            <numerusform>%n warnings were given on the way, see above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n picture in %1</numerusform>
            <numerusform>%n pictures in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 belongs to %2, so it is left as it is. Take the field out there, or let the plan say the same (%n field(s) in all).</source>
        <translation>
            <numerusform>%1 belongs to %2, so it is left as it is. Take the field out there, or let the plan say the same (%n field in all).</numerusform>
            <numerusform>%1 belongs to %2, so it is left as it is. Take the field out there, or let the plan say the same (%n fields in all).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again, %n attempt(s) failed</source>
        <translation>
            <numerusform>tries again, %n attempt failed</numerusform>
            <numerusform>tries again, %n attempts failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another helm began revision %1 %n minute(s) ago and may still be at it. When it is not, deploy again in a quarter of an hour, or roll the release back first.</source>
        <translation>
            <numerusform>Another helm began revision %1 %n minute ago and may still be at it. When it is not, deploy again in a quarter of an hour, or roll the release back first.</numerusform>
            <numerusform>Another helm began revision %1 %n minutes ago and may still be at it. When it is not, deploy again in a quarter of an hour, or roll the release back first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n made, the others were there</source>
        <translation>
            <numerusform>%n made, the others were there</numerusform>
            <numerusform>%n made, the others were there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel ended it (OOMKilled), %n restart(s).</source>
        <translation>
            <numerusform>The kernel ended it (OOMKilled), %n restart.</numerusform>
            <numerusform>The kernel ended it (OOMKilled), %n restarts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exit code %1, %n restart(s).</source>
        <translation>
            <numerusform>Exit code %1, %n restart.</numerusform>
            <numerusform>Exit code %1, %n restarts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After record %1 the journal could not be read on: %n line(s) were set aside in %2.</source>
        <translation>
            <numerusform>After record %1 the journal could not be read on: %n line were set aside in %2.</numerusform>
            <numerusform>After record %1 the journal could not be read on: %n lines were set aside in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s), each bound to the one before.</source>
        <translation>
            <numerusform>The journal is whole: %n record, each bound to the one before.</numerusform>
            <numerusform>The journal is whole: %n records, each bound to the one before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>2  Size: %n component(s), each figure with its formula (sentinelctl size --explain).</source>
        <translation>
            <numerusform>2  Size: %n component, each figure with its formula (sentinelctl size --explain).</numerusform>
            <numerusform>2  Size: %n components, each figure with its formula (sentinelctl size --explain).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3  Generate: a bundle of %n file(s), ready for Git.</source>
        <translation>
            <numerusform>3  Generate: a bundle of %n file, ready for Git.</numerusform>
            <numerusform>3  Generate: a bundle of %n files, ready for Git.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>5  Healthy: %n object(s), every one.</source>
        <translation>
            <numerusform>5  Healthy: %n object.</numerusform>
            <numerusform>5  Healthy: %n objects, every one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every one of %n record(s) follows the one before it; nothing was changed or left out.</source>
        <translation>
            <numerusform>The one record stands as it was written; nothing was changed or left out.</numerusform>
            <numerusform>Every one of %n records follows the one before it; nothing was changed or left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) did not end and can go on</source>
        <translation>
            <numerusform>%n operation did not end and can go on</numerusform>
            <numerusform>%n operations did not end and can go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n object(s) of %1 are healthy</source>
        <translation>
            <numerusform>The one object of %1 is healthy</numerusform>
            <numerusform>All %n objects of %1 are healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) of yours</source>
        <translation>
            <numerusform>%n cluster of yours</numerusform>
            <numerusform>%n clusters of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached</source>
        <translation>
            <numerusform>%n cannot be reached</numerusform>
            <numerusform>%n cannot be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n cluster(s)</source>
        <translation>
            <numerusform>Add %n cluster</numerusform>
            <numerusform>Add %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n more character(s))</source>
        <translation>
            <numerusform>%1… (%n more character)</numerusform>
            <numerusform>%1… (%n more characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) dropped; the newest %1 are kept.</source>
        <translation>
            <numerusform>%n earlier line dropped; the newest %1 are kept.</numerusform>
            <numerusform>%n earlier lines dropped; the newest %1 are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) failed; cert-manager tries again at %1.</source>
        <translation>
            <numerusform>%n try failed; cert-manager tries again at %1.</numerusform>
            <numerusform>%n tries failed; cert-manager tries again at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n object(s) were tried with a dry run; none is refused.</source>
        <translation>
            <numerusform>The %n object was tried with a dry run and is not refused.</numerusform>
            <numerusform>All %n objects were tried with a dry run; none is refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are written by others: %1.</source>
        <translation>
            <numerusform>%n field is written by others: %1.</numerusform>
            <numerusform>%n fields are written by others: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take pods of Sentinel: %1.</source>
        <translation>
            <numerusform>%n node takes pods of Sentinel: %1.</numerusform>
            <numerusform>%n nodes take pods of Sentinel: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pod(s) find a node by their own rules (selectors, taints, anti-affinity, spread).</source>
        <translation>
            <numerusform>The %n pod finds a node by its own rules (selectors, taints, anti-affinity, spread).</numerusform>
            <numerusform>All %n pods find a node by their own rules (selectors, taints, anti-affinity, spread).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every pod finds another place, whichever is lost (%n tried).</source>
        <translation>
            <numerusform>Every pod finds another place, whichever is lost (%n tried).</numerusform>
            <numerusform>Every pod finds another place, whichever is lost (%n tried).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nodes are in %n zone(s) by their labels, so none can be lost.</source>
        <translation>
            <numerusform>The nodes are in %n zone by their labels, so none can be lost.</numerusform>
            <numerusform>The nodes are in %n zones by their labels, so none can be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n image(s) lie on nodes of the cluster already.</source>
        <translation>
            <numerusform>The %n image lies on nodes of the cluster already.</numerusform>
            <numerusform>All %n images lie on nodes of the cluster already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The registries have all %n image(s).</source>
        <translation>
            <numerusform>The registry has the %n image.</numerusform>
            <numerusform>The registries have all %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s): %1</source>
        <translation>
            <numerusform>%n node: %1</numerusform>
            <numerusform>%n nodes: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You may not %1 (%n of the rights the deploy needs missing).</source>
        <translation>
            <numerusform>You may not %1 (%n of the rights the deploy needs missing).</numerusform>
            <numerusform>You may not %1 (%n of the rights the deploy needs missing).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have all %n right(s) the deploy needs.</source>
        <translation>
            <numerusform>You have the %n right the deploy needs.</numerusform>
            <numerusform>You have all %n rights the deploy needs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), %1 in all, are asked from %2 (%3).</source>
        <translation>
            <numerusform>%n volume, %1 in all, is asked from %2 (%3).</numerusform>
            <numerusform>%n volumes, %1 in all, are asked from %2 (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n image(s) run here or lie on a node.</source>
        <translation>
            <numerusform>The %n image runs here or lies on a node.</numerusform>
            <numerusform>All %n images run here or lie on a node.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2 (%3), deployed %4 by %5, %n version(s) back.</source>
        <translation>
            <numerusform>From %1 to %2 (%3), deployed %4 by %5, %n version back.</numerusform>
            <numerusform>From %1 to %2 (%3), deployed %4 by %5, %n versions back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s) are rolled one pod after another.</source>
        <translation>
            <numerusform>%n workload is rolled one pod after another.</numerusform>
            <numerusform>%n workloads are rolled one pod after another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) asked with a server-side dry run.</source>
        <translation>
            <numerusform>%n object asked with a server-side dry run.</numerusform>
            <numerusform>%n objects asked with a server-side dry run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) compared</source>
        <translation>
            <numerusform>%n object compared</numerusform>
            <numerusform>%n objects compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n certificate(s) are good</source>
        <translation>
            <numerusform>The certificate is good</numerusform>
            <numerusform>All %n certificates are good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed: a deploy is refused</source>
        <translation>
            <numerusform>%n check failed: a deploy is refused</numerusform>
            <numerusform>%n checks failed: a deploy is refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to take upon yourself</source>
        <translation>
            <numerusform>%n point to take upon yourself</numerusform>
            <numerusform>%n points to take upon yourself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) in the way</source>
        <translation>
            <numerusform>%n point in the way</numerusform>
            <numerusform>%n points in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n and roll back to %1</source>
        <translation>
            <numerusform>Accept %n and roll back to %1</numerusform>
            <numerusform>Accept %n and roll back to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) compared.</source>
        <translation>
            <numerusform>%n object compared.</numerusform>
            <numerusform>%n objects compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n Application(s) not healthy</source>
        <translation>
            <numerusform>%1 of %n Application not healthy</numerusform>
            <numerusform>%1 of %n Applications not healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Application(s), all healthy</source>
        <translation>
            <numerusform>%n Application, healthy</numerusform>
            <numerusform>%n Applications, all healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of sync with Git</source>
        <translation>
            <numerusform>%n out of sync with Git</numerusform>
            <numerusform>%n out of sync with Git</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) changed</source>
        <translation>
            <numerusform>%n object changed</numerusform>
            <numerusform>%n objects changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are missing in the registry: %1.</source>
        <translation>
            <numerusform>%n image is missing in the registry: %1.</numerusform>
            <numerusform>%n images are missing in the registry: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is changed that cannot be (%n object(s) compared).</source>
        <translation>
            <numerusform>Nothing is changed that cannot be (%n object compared).</numerusform>
            <numerusform>Nothing is changed that cannot be (%n objects compared).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n name(s) have an address, seen from a pod.</source>
        <translation>
            <numerusform>The %n name has an address, seen from a pod.</numerusform>
            <numerusform>All %n names have an address, seen from a pod.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of the node %1 and those of %n server(s) it reaches differ by %2 s.</source>
        <translation>
            <numerusform>The clock of the node %1 and that of %n server it reaches differ by %2 s.</numerusform>
            <numerusform>The clock of the node %1 and those of %n servers it reaches differ by %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have no audit log: %1.</source>
        <translation>
            <numerusform>%n node has no audit log: %1.</numerusform>
            <numerusform>%n nodes have no audit log: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n node(s) nothing was audited for a day: %1.</source>
        <translation>
            <numerusform>On %n node nothing was audited for a day: %1.</numerusform>
            <numerusform>On %n nodes nothing was audited for a day: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>auditd writes on all %n node(s).</source>
        <translation>
            <numerusform>auditd writes on the %n node.</numerusform>
            <numerusform>auditd writes on all %n nodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its log holds no result of this look (%n line(s)).</source>
        <translation>
            <numerusform>Its log holds no result of this look (%n line).</numerusform>
            <numerusform>Its log holds no result of this look (%n lines).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) run a kernel older than %2: %1.</source>
        <translation>
            <numerusform>%n node runs a kernel older than %2: %1.</numerusform>
            <numerusform>%n nodes run a kernel older than %2: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) do not say which kernel they run: %1.</source>
        <translation>
            <numerusform>%n node does not say which kernel it runs: %1.</numerusform>
            <numerusform>%n nodes do not say which kernel they run: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes (%n line(s))</source>
        <translation>
            <numerusform>changes (%n line)</numerusform>
            <numerusform>changes (%n lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more object(s)</source>
        <translation>
            <numerusform>and %n more object</numerusform>
            <numerusform>and %n more objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The guard of %1 is armed: %n object(s) are not well already and do not count.</source>
        <translation>
            <numerusform>The guard of %1 is armed: %n object is not well already and does not count.</numerusform>
            <numerusform>The guard of %1 is armed: %n objects are not well already and do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Auto-sync of %n Application(s) is paused</source>
        <translation>
            <numerusform>Auto-sync of %n Application is paused</numerusform>
            <numerusform>Auto-sync of %n Applications is paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more: what Git says is not brought there.</source>
        <translation>
            <numerusform>%1 and %n more: what Git says is not brought there.</numerusform>
            <numerusform>%1 and %n more: what Git says is not brought there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s) after the deploy: workloads that fail newly, and the query above %1.</source>
        <translation>
            <numerusform>For %n minute after the deploy: workloads that fail newly, and the query above %1.</numerusform>
            <numerusform>For %n minutes after the deploy: workloads that fail newly, and the query above %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s) after the deploy: workloads that fail newly.</source>
        <translation>
            <numerusform>For %n minute after the deploy: workloads that fail newly.</numerusform>
            <numerusform>For %n minutes after the deploy: workloads that fail newly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known whether they are what Git says</source>
        <translation>
            <numerusform>of %n it is not known whether it is what Git says</numerusform>
            <numerusform>of %n it is not known whether they are what Git says</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
</TS>
