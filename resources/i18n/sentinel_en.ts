<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
</context>
</TS>
