<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Aftermath</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>Last copy at {time}: journal #{number}, %n ballot(s).</source>
        <translation>
            <numerusform>Last copy at {time}: journal #{number}, %n ballot.</numerusform>
            <numerusform>Last copy at {time}: journal #{number}, %n ballots.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BallotCorrection</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message numerus="yes">
        <source>had to come back %n time(s) before</source>
        <translation>
            <numerusform>had to come back %n time before</numerusform>
            <numerusform>had to come back %n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n thing(s) do not hold:</source>
        <translation>
            <numerusform>%n thing does not hold:</numerusform>
            <numerusform>%n things do not hold:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message numerus="yes">
        <source>%n ballot(s) missing. The result stays incomplete until they are entered, or these judges are marked as absent or recused.</source>
        <translation>
            <numerusform>%n ballot is missing. The result stays incomplete until it is entered, or this judge is marked as absent or recused.</numerusform>
            <numerusform>%n ballots are missing. The result stays incomplete until they are entered, or these judges are marked as absent or recused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ballot(s) missing. The result is computed without them.</source>
        <translation>
            <numerusform>%n ballot is missing. The result is computed without it.</numerusform>
            <numerusform>%n ballots are missing. The result is computed without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message numerus="yes">
        <source>%n stored ballot(s) stop counting.</source>
        <translation>
            <numerusform>%n stored ballot stops counting.</numerusform>
            <numerusform>%n stored ballots stop counting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) become void; it has to be signed again.</source>
        <translation>
            <numerusform>%n signature becomes void; it has to be signed again.</numerusform>
            <numerusform>%n signatures become void; it has to be signed again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message numerus="yes">
        <source>%n highest dropped</source>
        <translation>
            <numerusform>%n highest dropped</numerusform>
            <numerusform>%n highest dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lowest dropped</source>
        <translation>
            <numerusform>%n lowest dropped</numerusform>
            <numerusform>%n lowest dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveActions</name>
    <message numerus="yes">
        <source>Close scoring (%n missing)</source>
        <translation>
            <numerusform>Close scoring (%n missing)</numerusform>
            <numerusform>Close scoring (%n missing)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkBar</name>
    <message numerus="yes">
        <source>%n panel(s) may hold a ballot that cannot be sent.</source>
        <translation>
            <numerusform>%n panel may hold a ballot that cannot be sent.</numerusform>
            <numerusform>%n panels may hold a ballot that cannot be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewContest</name>
    <message numerus="yes">
        <source>%n contestant(s)</source>
        <translation>
            <numerusform>%n contestant</numerusform>
            <numerusform>%n contestants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judge(s)</source>
        <translation>
            <numerusform>%n judge</numerusform>
            <numerusform>%n judges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation>
            <numerusform>%n criteria</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are wrong; nothing was created.</source>
        <translation>
            <numerusform>%n thing are wrong; nothing was created.</numerusform>
            <numerusform>%n things are wrong; nothing was created.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersBar</name>
    <message numerus="yes">
        <source>%n late ballot(s) wait to be accepted</source>
        <translation>
            <numerusform>%n late ballot waits to be accepted</numerusform>
            <numerusform>%n late ballots wait to be accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ballot(s) of a later round: this file may be an older copy</source>
        <translation>
            <numerusform>%n ballot of a later round has come: this file may be an older copy</numerusform>
            <numerusform>%n ballots of a later round have come: this file may be an older copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late ballot(s) of an earlier round</source>
        <translation>
            <numerusform>%n late ballot of an earlier round</numerusform>
            <numerusform>%n late ballots of an earlier round</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanChanging</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>Import %n line(s)</source>
        <translation>
            <numerusform>Import %n line</numerusform>
            <numerusform>Import %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as before</source>
        <translation>
            <numerusform>%n stays as before</numerusform>
            <numerusform>%n stay as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong: nothing is imported until it is corrected</source>
        <translation>
            <numerusform>%n wrong: nothing is imported until it is corrected</numerusform>
            <numerusform>%n wrong: nothing is imported until they are corrected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message numerus="yes">
        <source>%n highest dropped</source>
        <translation>
            <numerusform>%n highest dropped</numerusform>
            <numerusform>%n highest dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lowest dropped</source>
        <translation>
            <numerusform>%n lowest dropped</numerusform>
            <numerusform>%n lowest dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>%n thing(s) to put right before the rules can be saved</source>
        <translation>
            <numerusform>%n thing to put right before the rules can be saved</numerusform>
            <numerusform>%n things to put right before the rules can be saved</numerusform>
        </translation>
    </message>
</context>
</TS>
