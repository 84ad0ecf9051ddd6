package io.github.parallelvalidation.report;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.Printable;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes a run as JUnit XML: one suite per run, one test case per strategy. Failed gates are failures; a worker
/// without a result is an error.
public final class JUnitXml {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern HALVES = Pattern.compile("[\\p{Cs}\\ufffe\\uffff]");

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// @param runs the run, and after it that of the next tier where there was one
    public static String of(String workspace, List<RunOutcome> runs) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            JUnitXml writer = new JUnitXml(xml);
            for (RunOutcome run : runs) {
                writer.suite(workspace, run);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return text + "\n";
    }

    private void suite(String workspace, RunOutcome run) throws XMLStreamException {
        RunSummary summary = run.summary();
        xml.writeStartElement("testsuite");
        attribute("name", workspace + " " + run.plan().tier());
        attribute("tests", String.valueOf(summary.total()));
        attribute("failures", String.valueOf(summary.failed()));
        attribute("errors", String.valueOf(summary.error() + summary.timeout()));
        attribute("skipped", "0");
        attribute("time", seconds(run.timing().wallClockSeconds()));
        attribute("timestamp", STAMP.format(run.plan().startedAt()));
        xml.writeStartElement("properties");
        property("run_id", run.plan().runId());
        luck(run.luck());
        xml.writeEndElement();
        for (StrategyResult result : run.strategies()) {
            testCase(run, result);
        }
        xml.writeEndElement();
    }

    private void luck(@Nullable RunLuck luck) throws XMLStreamException {
        if (luck == null) {
            return;
        }
        property(RunLuckDocument.EXPECTED, PlainNumber.of(luck.expected()));
        RunLuck.Range range = luck.passes90();
        Double p = luck.pValue();
        if (range != null) {
            property(RunLuckDocument.PASSES_90, range.low() + " to " + range.high());
        }
        if (p != null) {
            property(RunLuckDocument.P_VALUE, PlainNumber.of(p));
        }
        if (luck.counts().shifted() > 0) {
            property("luck_note", ShiftCaveat.line());
        }
    }

    private void testCase(RunOutcome run, StrategyResult result) throws XMLStreamException {
        Judgement judgement = result.judgement();
        xml.writeStartElement("testcase");
        attribute("classname", "strategies." + run.plan().tier());
        attribute("name", (result.id() + " " + result.name()).strip());
        attribute("time", seconds(result.effort().seconds()));
        Failure failure = judgement.failure();
        if (failure != null) {
            xml.writeStartElement(judgement.verdict() == Verdict.FAIL ? "failure" : "error");
            attribute("type", failure.reason().code());
            attribute("message", failure.message());
            xml.writeCharacters(legal(judgement.gates().stream()
                    .filter(gate -> !gate.passed())
                    .map(GateResult::sentence)
                    .collect(Collectors.joining("\n"))));
            xml.writeEndElement();
        }
        if (result.isRelaxed()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters("passed only under relaxed thresholds: " + ThresholdsText.of(judgement.relaxedGates()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(double value) {
        return PlainNumber.fixed(value, 3);
    }

    /// XML 1.0 has no place for most control characters, and none for halves of characters.
    private static String legal(String text) {
        return HALVES.matcher(Printable.visible(text)).replaceAll("\ufffd");
    }
}
