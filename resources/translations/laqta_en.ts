<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConformPanel</name>
    <message numerus="yes">
        <source>Conform %n shots</source>
        <translation>
            <numerusform>Conform %n shot</numerusform>
            <numerusform>Conform %n shots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message numerus="yes">
        <source>%n missing: find in folder…</source>
        <translation>
            <numerusform>%n file missing: find in folder…</numerusform>
            <numerusform>%n files missing: find in folder…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueIndicator</name>
    <message numerus="yes">
        <source>Queue: %n to do</source>
        <translation>
            <numerusform>Queue: %n to do</numerusform>
            <numerusform>Queue: %n to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShotSection</name>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
</context>
</TS>
