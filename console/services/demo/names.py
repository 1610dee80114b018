"""Invented names: given names and surnames that occur together, in several spellings.

When you add a circle: every name here is common and shared by thousands; no real person is meant.
"""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Circle:
    """Names that go together; `language` is what part of these people prefer to speak."""

    weight: int
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    language: str = "en"


def several(words: str) -> tuple[str, ...]:
    """A list of words as it is easiest to read and to add to."""
    return tuple(words.split())


CIRCLES = (
    Circle(
        44,
        several(
            "Mary Patricia Linda Barbara Susan Karen Nancy Lisa Sandra Ashley Emily Donna Carol "
            "Michelle Amanda Melissa Deborah Rebecca Laura Cynthia Kathleen Amy Angela Shirley "
            "Brenda Pamela Nicole Helen Samantha Katherine Christine Ruth Janet Julie Heather "
            "Diane Joan Judith Megan Frances Gloria Doris Rose Beverly Alice Marie Grace "
            "Sue-Ann Mary-Beth"
        ),
        several(
            "James Robert John Michael David William Richard Thomas Charles Christopher Daniel "
            "Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George "
            "Timothy Ronald Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen "
            "Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Raymond Patrick Jack Dennis "
            "Jerry Tyler Aaron Jean-Paul"
        ),
        (
            *several(
                "Smith Johnson Brown Miller Davis Wilson Anderson Taylor Moore Jackson Martin "
                "White Harris Clark Lewis Robinson Walker Young Allen King Wright Hill Green "
                "Adams Baker Nelson Hall Campbell Mitchell Carter Roberts Phillips Evans Turner "
                "Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey Bell "
                "Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long "
                "Sanders Ross Morrison Powell Sullivan Russell Ortmann Fisher Henderson Kaufman "
                "Troyer Hostetler Mullins Stapleton O’Brien O’Connor O'Neill McAllister MacKenzie "
                "FitzGerald Whitfield-Marsh Hale-Boyd Smith-Jones"
            ),
            "St. Clair",
            "De Witt",
        ),
    ),
    Circle(
        12,
        several(
            "María Guadalupe Lucía Sofía Rosa Carmen Elena Ximena Yolanda Beatriz Consuelo "
            "Inés Mónica Verónica Pilar Dolores Esperanza Itzel"
        ),
        several(
            "José Luis Juan Carlos Miguel Ángel Jesús Andrés Raúl Héctor Óscar Ramón Sergio "
            "Adrián Iván Rubén Joaquín Ignacio"
        ),
        (
            *several(
                "García Hernández Martínez López González Pérez Rodríguez Sánchez Ramírez Flores "
                "Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez Ruiz Mendoza Vázquez Castro Núñez "
                "Ibáñez Arriaga-Luna Ortega-Solís Salas-Quintero"
            ),
            "de la Cruz",
            "del Río",
            "de los Santos",
        ),
        "es",
    ),
    Circle(
        12,
        several(
            "Keisha Latoya Ebony Tamika Monique Imani Aaliyah Jasmine Adaeze Ngozi Amara Abena "
            "Efua Yetunde Folake Chiamaka Makeda Zainab"
        ),
        several(
            "Darnell Jamal Terrence Marcus Tyrone Andre Malik Chidi Emeka Kwame Kofi Tunde "
            "Oluwaseun Babajide Desmond Isaiah Elijah Kwabena"
        ),
        several(
            "Washington Jefferson Booker Freeman Okafor Eze Okonkwo-Barnes Adeyemi Osei Mensah "
            "Asante Boateng Owusu Addo Nwosu Balogun Adebayo Tesfaye Mwangi Diallo N'Diaye "
            "Toussaint Gaines Dupree Franklin-Cole Ouédraogo Traoré"
        ),
    ),
    Circle(
        3,
        several("Thu Mai Lan Hoa Linh Phuong Trinh Ngoc Huong"),
        several("Bao Minh Duc Tuan Khanh Long Hieu Quang"),
        several("Nguyen Tran Pham Le Vo Dang Bui Huynh Truong"),
        "vi",
    ),
    Circle(
        6,
        several(
            "Priya Anjali Kavita Sunita Yuki Hana Mei Xiu Ji-woo Soo-jin Fatima Leila Aisha Noor"
        ),
        several("Raj Arjun Vikram Sanjay Hiroshi Kenji Wei Jun Min-jun Sung-ho Omar Yusuf Farid"),
        (
            *several(
                "Patel Sharma Raghunathan Iyer Gupta Tanaka Sato Chen Li Wang Zhang Kim Park Choi "
                "Haddad Khoury Rahman Hussein Siddiqui D’Souza"
            ),
            "Al Masri",
        ),
    ),
    Circle(
        9,
        several(
            "Agnieszka Katarzyna Zofia Małgorzata Mirela Ioana Jana Markéta Nadia Olga Irina "
            "Svetlana Ilse Birgit Søs Åsa Zoë Renée"
        ),
        several(
            "Marek Tomasz Paweł Łukasz Jiří Radek Bogdan Mihai Sergei Dmitri Jürgen Günther "
            "Björn Søren Luca Matteo François Zoltán"
        ),
        (
            *several(
                "Kowalski Nowak Wiśniewski Zielińska Wójcik Novák Dvořák Popescu Ionescu Perlman "
                "Greenbaum Müller Schröder Groß Weiß Lindström Ødegård Rossi D'Angelo Lefèvre "
                "Çelik Ilić Jovanović Petrova"
            ),
            "van der Berg",
            "van den Heuvel",
            "von Arnim",
            "De Luca",
            "ten Brink",
        ),
    ),
)


def circle(chance: Random) -> Circle:
    """One of the circles, by weight."""
    return chance.choices(CIRCLES, [entry.weight for entry in CIRCLES])[0]


def given(chance: Random, among: Circle, sex: str) -> str:
    """A given name, sometimes with a second one or an initial."""
    names = among.women if sex == "female" else among.men
    first = chance.choice(names)
    if chance.random() < 0.12:
        return f"{first} {chance.choice('ABCDEFGHJKLMPRSTW')}."
    return first
