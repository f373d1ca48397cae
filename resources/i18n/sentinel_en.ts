<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
</context>
</TS>
